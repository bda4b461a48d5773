package dev.assay.streams.soak;

import dev.assay.schemas.Topics;
import dev.assay.streams.broker.BrokerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** One run: a broker, instances, a stream of events, and a fault that strikes several times. */
final class SoakRun {
    private static final int FEWEST_WORDS = 10;
    private static final int MOST_WORDS = 60;

    private final SoakPlan plan;
    private final Fault fault;
    private final String protocol;
    private final Consumer<String> progress;

    /** What it came to: evidence, strikes, instances that ended by themselves, and events answered a second at the end. */
    record Outcome(Evidence evidence, List<Strike> strikes, int restarts, double rate) {}

    SoakRun(SoakPlan plan, Fault fault, String protocol, Consumer<String> progress) {
        this.plan = plan;
        this.fault = fault;
        this.protocol = protocol;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param folder takes data, states and logs
     * @param rate events a second while the fault strikes
     */
    Outcome run(Path folder, double rate) throws InterruptedException {
        Topics topics = new Topics(InstanceSettings.PREFIX);
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                EventSource events = fault.events()) {
            create(broker, topics);
            Workload workload =
                    new Workload(topics.textEvents().name(), events.encoder(topics), FEWEST_WORDS, MOST_WORDS);
            InstanceSettings settings = new InstanceSettings(plan.settings(), broker.bootstrap(), protocol);
            events.tell(settings);
            try (Witness witness = new Witness(broker.bootstrap(), topics, events.serde());
                    Fleet fleet = new Fleet(folder, settings);
                    Feeder feeder = new Feeder(broker.bootstrap(), workload, rate, plan.events())) {
                Stage stage = new Stage(broker, fleet, events, witness, new Random(plan.seed()), rate);
                return play(stage, feeder, topics);
            }
        }
    }

    static void create(BrokerProcess broker, Topics topics) {
        broker.createTopics(
                List.of(topics.textEvents(), topics.verdicts(), topics.deadLetters(), topics.metrics()).stream()
                        .map(topic -> topic.request(Optional.of(SoakPlan.PARTITIONS), Optional.of((short) 1)))
                        .toList());
    }

    private Outcome play(Stage stage, Feeder feeder, Topics topics) throws InterruptedException {
        List<Strike> strikes = new ArrayList<>(fault.begin(stage, plan.instances()));
        int ready = stage.witness().answered();
        long readyNanos = System.nanoTime();
        int times = plan.strikes() > 0 ? Math.min(plan.strikes(), fault.strikes()) : fault.strikes();
        while (strikes.size() < times) {
            stage.letPass();
            strikes.add(fault.strike(stage));
            Strike last = strikes.get(strikes.size() - 1);
            progress.accept(String.format(
                    java.util.Locale.ROOT,
                    "%s, %s: fault %d of %d with %d events in flight, new verdicts after %.1f to %.1f s",
                    fault.name(),
                    protocol,
                    strikes.size(),
                    times,
                    last.inFlight(),
                    last.first(),
                    last.every()));
        }
        int sent = feeder.finish();
        stage.awaitAnswers(Workload.answers(sent));
        double rate = (stage.witness().answered() - ready) / ((System.nanoTime() - readyNanos) / 1e9);
        int restarts = stage.fleet().restarts();
        stage.fleet().close(); // whatever else was on its way is out then
        Inputs inputs =
                Inputs.read(stage.broker().bootstrap(), topics.textEvents().name());
        return new Outcome(stage.witness().finish(inputs), strikes, restarts, rate);
    }
}
