package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** The detection topology, running. Events in progress when it closes are finished after the next start. */
public final class DetectionApplication implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final ScoringEngine engine;
    private final KafkaStreamsMetrics kafkaMetrics;
    private final FaultHandler faults = new FaultHandler(System::nanoTime);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final MeterRegistry metrics;

    private DetectionApplication(KafkaStreams streams, ScoringEngine engine, MeterRegistry metrics) {
        this.streams = streams;
        this.engine = engine;
        this.metrics = metrics;
        this.kafkaMetrics = new KafkaStreamsMetrics(streams);
    }

    /**
     * Asks the brokers whether all is there, and starts.
     *
     * @param scorer all six inner steps; thread-safe, closed by the caller after this application
     * @throws StartException in one line, when brokers or topics are missing
     */
    public static DetectionApplication start(
            ApplicationSettings settings,
            Function<TextInput, Assessment> scorer,
            DetectionTopology.Ports ports,
            MeterRegistry metrics) {
        Cluster cluster = Cluster.ask(settings);
        DetectionSettings sizes = settings.detection().withRooms(cluster.verdictRoom(), cluster.deadLetterRoom());
        ScoringEngine engine = new ScoringEngine(scorer, settings.engine(), metrics);
        try {
            Topology topology = new DetectionTopology(settings.topics(), sizes, ports, engine, metrics).get();
            KafkaStreams streams = new KafkaStreams(topology, StreamsProperties.of(settings, cluster.groupProtocol()));
            DetectionApplication application = new DetectionApplication(streams, engine, metrics);
            application.run();
            return application;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private void run() {
        streams.setUncaughtExceptionHandler(faults);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                stopped.countDown();
            }
        });
        kafkaMetrics.bindTo(metrics);
        streams.start();
    }

    /** Whether its partitions are assigned and restored, so that events are being read. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it runs or still may; false once it has stopped, by request or by itself. */
    public boolean isLive() {
        return streams.state().isRunningOrRebalancing() || streams.state() == KafkaStreams.State.CREATED;
    }

    /** The state in Kafka Streams' words. */
    public String state() {
        return streams.state().name();
    }

    /** Why it stopped by itself, in one line. */
    public Optional<String> failure() {
        return faults.failure();
    }

    /** What it has handled since its start. */
    public Counts counts() {
        return Counts.of(metrics);
    }

    /** Waits until it has stopped, by {@link #close} or by itself; false where it still runs after that long. */
    public boolean awaitStop(Duration longest) throws InterruptedException {
        return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Commits what is done and stops; what is pending stays in the store. */
    @Override
    public void close() {
        streams.close(PATIENCE);
        kafkaMetrics.close();
        engine.close();
    }
}
