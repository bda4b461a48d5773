package dev.assay.streams.soak;

import dev.assay.schemas.Topics;
import dev.assay.streams.broker.BrokerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** One run: a broker, instances, a stream of events, and a fault that strikes several times. */
final class SoakRun {
    private final SoakPlan plan;
    private final Fault fault;
    private final String protocol;
    private final Consumer<String> progress;

    /** What it came to: evidence, strikes, what the fault found itself, instances that ended by themselves, and events answered a second at the end. */
    record Outcome(Evidence evidence, List<Strike> strikes, List<String> breaches, int restarts, double rate) {}

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
        List<BrokerProcess> brokers = fault.brokers() == 1
                ? List.of(BrokerProcess.start(folder.resolve("broker")))
                : BrokerProcess.startCluster(folder, fault.brokers());
        try (EventSource events = fault.events()) {
            SoakTopics.create(brokers.get(0), topics, fault.brokers());
            String bootstrap = brokers.get(0).bootstrap();
            InstanceSettings settings = new InstanceSettings(plan.settings(), bootstrap, protocol);
            events.tell(settings);
            fault.tell(settings);
            Workload workload = workload(topics, events);
            try (Witness witness = new Witness(bootstrap, topics, events.serde());
                    Fleet fleet = new Fleet(folder, settings);
                    Feeder feeder = new Feeder(bootstrap, workload, rate, plan.events())) {
                return play(new Stage(
                        brokers, topics, fleet, events, feeder, witness, new Former(), new Random(plan.seed()), rate));
            }
        } finally {
            brokers.parallelStream().forEach(BrokerProcess::close);
        }
    }

    private Workload workload(Topics topics, EventSource events) {
        EventEncoder encoder = events.encoder(topics);
        return new Workload(topics.textEvents().name(), encoder, plan.hostile(), events.kinds());
    }

    private Outcome play(Stage stage) throws InterruptedException {
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
        return end(
                stage, strikes, () -> (stage.witness().answered() - ready) / ((System.nanoTime() - readyNanos) / 1e9));
    }

    /** Waits for what is still to come, and takes down what there is then. */
    private Outcome end(Stage stage, List<Strike> strikes, DoubleSupplier answersASecond) throws InterruptedException {
        int sent = stage.feeder().finish();
        List<String> breaches = new ArrayList<>();
        try {
            stage.awaitAnswers(Workload.answers(sent) - stage.former().lost());
            breaches.addAll(fault.afterwards(stage));
        } catch (SoakFailure failure) { // the guarantees say what is missing
            breaches.add("did not come to its end: " + failure.getMessage());
        }
        double rate = answersASecond.getAsDouble();
        int restarts = stage.fleet().restarts();
        stage.fleet().close(); // whatever else was on its way is out then
        List<Evidence.Input> inputs =
                Inputs.read(stage.bootstrap(), stage.topics().textEvents().name());
        Evidence evidence = stage.witness().finish(stage.former().before(inputs));
        return new Outcome(evidence, strikes, breaches, restarts, rate);
    }
}
