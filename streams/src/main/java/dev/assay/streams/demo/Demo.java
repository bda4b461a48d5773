package dev.assay.streams.demo;

import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.broker.TemporaryFolder;
import dev.assay.streams.http.Metrics;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.Formats;
import dev.assay.streams.run.Measuring;
import dev.assay.streams.run.ShutdownSignal;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker, the application and the sample stream, all in this process. */
public final class Demo {
    private static final int PARTITIONS = 3;
    private static final short REPLICAS = 1;

    private final Judges judges;
    private final DemoView view;

    /** Judges by {@code judges}, watched by {@code view}. */
    public Demo(Judges judges, DemoView view) {
        this.judges = judges;
        this.view = view;
    }

    /**
     * Runs it.
     *
     * @param events records to send at once; 0: one round of the sample
     * @param exit whether to end when they are answered, rather than go on at a gentle pace until told to stop
     * @return whether every record was answered exactly once
     */
    public boolean run(Settings settings, int events, boolean exit) throws InterruptedException {
        try (ShutdownSignal signal = new ShutdownSignal()) { // closed last: the JVM ends when it is
            TemporaryFolder state = TemporaryFolder.create("assay-state");
            try (Judge judge = judges.open(settings, view::progress)) {
                Settings own =
                        settings.with(SettingTable.STATE_DIR, state.path().toString(), "demo");
                return onBroker(own, judge, signal, events, exit);
            } finally {
                state.delete();
            }
        }
    }

    @SuppressWarnings("try") // the metrics application only has to run beside
    private boolean onBroker(Settings settings, Judge judge, ShutdownSignal signal, int events, boolean exit)
            throws InterruptedException {
        view.progress("starting a Kafka broker in this process");
        try (LocalBroker broker = LocalBroker.start();
                Metrics metrics = new Metrics()) {
            Settings own = settings.with(SettingTable.BOOTSTRAP_SERVERS, broker.bootstrap(), "demo")
                    .with(SettingTable.REGISTRY_AUTO_REGISTER, "true", "demo");
            Topics topics = Detection.topics(own);
            broker.createTopics(requests(own));
            view.progress("starting the application");
            try (Measuring measuring = Measuring.start(own, metrics.registry());
                    Detection detection = Detection.start(own, judge, metrics.registry());
                    SampleSender sender = new SampleSender(
                            broker.bootstrap(), topics.textEvents().name());
                    OutcomeReader reader = new OutcomeReader(broker.bootstrap(), topics, Formats.serdeConfig(own))) {
                double rate = own.get(SettingTable.TARGET_FPR);
                return new DemoLoop(detection, sender, reader, view, signal).run(events, exit, rate);
            }
        }
    }

    private static List<NewTopic> requests(Settings settings) {
        return Detection.needed(settings).stream()
                .map(topic -> topic.request(Optional.of(PARTITIONS), Optional.of(REPLICAS)))
                .toList();
    }
}
