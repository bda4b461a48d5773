package dev.assay.streams.soak;

import dev.assay.streams.soak.Evidence.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody stops the instances, deletes the topic of events, creates it again and starts them. What nobody had read is lost with it; what
 * had been taken in is answered all the same, and so is what comes into the new topic.
 *
 * <p>The instances are stopped because a group that commits while its topic is deleted may keep an offset (Kafka 4.3.1), at which it then
 * begins to read the new topic.
 */
final class TopicLoss implements Fault {
    @Override
    public String name() {
        return "topic";
    }

    @Override
    public String what() {
        return "topic of events deleted and created while instances are stopped, seconds from their start";
    }

    @Override
    public int strikes() {
        return 2;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        Fleet fleet = stage.fleet();
        int inFlight = stage.awaitInFlight(fleet::inFlight);
        List<Instance> instances = fleet.all();
        instances.parallelStream().forEach(fleet::stop);
        stage.feeder().pause();
        replaceTopic(stage);
        long start = System.nanoTime();
        instances.forEach(fleet::revive);
        Recovery recovery = stage.lookOut();
        stage.feeder().resume();
        stage.awaitRecovery(recovery);
        stage.awaitReady();
        return Strike.of(inFlight, recovery, start);
    }

    private static void replaceTopic(Stage stage) throws InterruptedException {
        String topic = stage.topics().textEvents().name();
        try (ClusterView cluster = new ClusterView(stage.bootstrap())) {
            Map<Integer, Long> taken = cluster.committed(InstanceSettings.APPLICATION, topic);
            List<Input> held = new ArrayList<>();
            for (Input input : Inputs.read(stage.bootstrap(), topic)) {
                held.add(isTaken(input, taken) ? input : input.lost());
            }
            stage.former().add(held);
            cluster.delete(topic);
            stage.untilTrue(() -> !cluster.has(topic), "the topic to be gone");
            stage.broker().createTopics(List.of(SoakTopics.events(stage.topics(), 1)));
        }
    }

    private static boolean isTaken(Input input, Map<Integer, Long> taken) {
        String[] position = input.position().split("-", 2);
        return Long.parseLong(position[1]) < taken.getOrDefault(Integer.valueOf(position[0]), 0L);
    }
}
