package dev.assay.streams.soak;

import dev.assay.streams.soak.Evidence.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Somebody deletes the topic of events and creates it again. What nobody had read is lost with it; what had been taken in is answered
 * all the same, and so is what comes into the new topic.
 */
final class TopicLoss implements Fault {
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final Duration STILL = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "topic";
    }

    @Override
    public String what() {
        return "topic of events deleted, and created 10 s later, seconds from then";
    }

    @Override
    public int strikes() {
        return 1;
    }

    @Override
    public Strike strike(Stage stage) throws InterruptedException {
        String topic = stage.topics().textEvents().name();
        try (ClusterView cluster = new ClusterView(stage.bootstrap())) {
            int inFlight = stage.awaitInFlight(stage.fleet()::inFlight);
            stage.feeder().pause();
            List<Input> inputs = Inputs.read(stage.bootstrap(), topic);
            Map<Integer, Long> taken = cluster.committed(InstanceSettings.APPLICATION, topic);
            cluster.delete(topic);
            stage.former()
                    .add(inputs.stream()
                            .map(input -> mayBeLost(input, taken) ? input.perhaps() : input)
                            .toList());
            stage.untilTrue(() -> !cluster.has(topic), "the topic to be gone");
            stage.pass(AWAY);
            stage.broker().createTopics(List.of(SoakTopics.events(stage.topics(), 1)));
            long over = System.nanoTime();
            stage.awaitReady();
            awaitStill(stage);
            stage.former()
                    .lose(Workload.answers(stage.feeder().sent())
                            - stage.witness().answered());
            Recovery recovery = stage.lookOut();
            stage.feeder().resume();
            stage.awaitRecovery(recovery);
            return Strike.of(inFlight, recovery, over);
        }
    }

    /** Whether nobody had said to have read it by then. */
    private static boolean mayBeLost(Input input, Map<Integer, Long> taken) {
        String[] position = input.position().split("-", 2);
        return Long.parseLong(position[1]) >= taken.getOrDefault(Integer.valueOf(position[0]), 0L);
    }

    /** Waits until nothing is pending any more, and nothing comes. */
    private static void awaitStill(Stage stage) throws InterruptedException {
        int before;
        do {
            before = stage.witness().answered();
            stage.await(() -> stage.fleet().inFlight() == 0, "what had been taken in to be answered");
            stage.pass(STILL);
        } while (stage.witness().answered() > before);
    }
}
