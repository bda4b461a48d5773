package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** The detection topology, running. Events in progress when it closes are finished after the next start. */
public final class DetectionApplication implements AutoCloseable {
    private final StreamsApplication streams;
    private final ScoringEngine engine;
    private final MeterRegistry metrics;
    private final Vitals vitals;

    private DetectionApplication(StreamsApplication streams, ScoringEngine engine, MeterRegistry metrics) {
        this.streams = streams;
        this.engine = engine;
        this.metrics = metrics;
        this.vitals = new Vitals(engine.progress(), engine.textTimeout(), engine::trouble, engine::isHelpless);
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
        Topics topics = settings.topics();
        Cluster cluster = Cluster.ask(
                settings,
                settings.installation(),
                List.of(topics.textEvents(), topics.verdicts(), topics.deadLetters()));
        DetectionSettings sizes =
                settings.detection().withRooms(cluster.verdictRoom(), cluster.deadLetterRoom(), cluster.pendingRoom());
        ScoringEngine engine = new ScoringEngine(scorer, settings.engine(), metrics);
        try {
            Topology topology = new DetectionTopology(topics, sizes, ports, engine, metrics).get();
            Properties properties = StreamsProperties.detection(settings, cluster);
            properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedRecords.class);
            properties.put(RefusedRecords.SETTING, engine);
            StreamsApplication streams =
                    StreamsApplication.start(topology, properties, metrics, engine.progress()::committed);
            return new DetectionApplication(streams, engine, metrics);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** Whether its partitions are assigned and restored, so that events are being read. */
    public boolean isReady() {
        return streams.isReady();
    }

    /** Whether it runs or still may; false once it has stopped, by request or by itself. */
    public boolean isLive() {
        return streams.isLive();
    }

    /** Why it ought to be restarted, in one line; empty while it lives. */
    public Optional<String> dead() {
        return isLive() ? vitals.dead() : failure().or(() -> Optional.of("streams are " + streams.state()));
    }

    /** Why it cannot do its work just now, in one line; empty when ready. */
    public Optional<String> unready() {
        return isReady() ? vitals.unready(streams.lag()) : Optional.of("streams are " + streams.state());
    }

    /** Why it stopped by itself, in one line. */
    public Optional<String> failure() {
        return streams.failure();
    }

    /** What it has handled since its start. */
    public Counts counts() {
        return Counts.of(metrics);
    }

    /** Waits until it has stopped, by {@link #close} or by itself; false where it still runs after that long. */
    public boolean awaitStop(Duration longest) throws InterruptedException {
        return streams.awaitStop(longest);
    }

    /** Commits what is done and stops; what is pending stays in the store. */
    @Override
    public void close() {
        streams.close();
        engine.close();
    }
}
