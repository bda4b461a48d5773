package dev.assay.streams.detection;

import dev.assay.schemas.Topics;
import dev.assay.streams.emit.EmitMetrics;
import dev.assay.streams.emit.EmitProcessor;
import dev.assay.streams.emit.EmitSettings;
import dev.assay.streams.emit.VerdictMapper;
import dev.assay.streams.emit.VerdictWriter;
import dev.assay.streams.event.RecordTime;
import dev.assay.streams.ingest.EventReader;
import dev.assay.streams.ingest.Ingest;
import dev.assay.streams.ingest.IngestProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The path from event to verdict: {@code ingest} reads, {@code score} waits for the engine (which runs the six inner steps), {@code emit}
 * writes.
 */
public final class DetectionTopology implements Supplier<Topology> {
    static final String EVENTS = "text-events";
    static final String INGEST = "ingest";
    static final String SCORE = "score";
    static final String EMIT = "emit";
    static final String VERDICTS = "verdicts";
    static final String DEAD_LETTERS = "dead-letters";

    private static final AutoOffsetReset AS_CONFIGURED = null;

    private final Topics topics;
    private final DetectionSettings settings;
    private final Ports ports;
    private final ScoringEngine engine;
    private final MeterRegistry metrics;

    /**
     * What the topology needs of the world.
     *
     * @param reader bytes → event
     * @param writer verdict → bytes
     * @param mapper assessment → verdict
     * @param time of when a record is
     */
    public record Ports(EventReader reader, VerdictWriter writer, VerdictMapper mapper, RecordTime time) {
        /** By this machine's clock. */
        public Ports(EventReader reader, VerdictWriter writer, VerdictMapper mapper) {
            this(reader, writer, mapper, RecordTime.byWallClock());
        }
    }

    /** All that it needs; the engine is shared by all tasks and closed by its owner. */
    public DetectionTopology(
            Topics topics, DetectionSettings settings, Ports ports, ScoringEngine engine, MeterRegistry metrics) {
        this.topics = topics;
        this.settings = settings;
        this.ports = ports;
        this.engine = engine;
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        Ingest ingest = new Ingest(ports.reader(), settings.eventLimit());
        ScoreSettings score =
                ScoreSettings.of(settings.capacity(), topics.textEvents().name(), settings.pendingRoom());
        EmitMetrics emitted = new EmitMetrics(metrics);
        var bytesIn = new ByteArrayDeserializer();
        var keysOut = new ByteArraySerializer();
        var valuesOut = engine.outgoing();
        return new Topology()
                .addSource(
                        AS_CONFIGURED,
                        EVENTS,
                        ports.time(),
                        bytesIn,
                        bytesIn,
                        topics.textEvents().name())
                .addProcessor(INGEST, () -> guarded(ingest), EVENTS)
                .addProcessor(SCORE, () -> new ScoreProcessor(PendingStore.NAME, engine, ingest, score), INGEST)
                .addProcessor(EMIT, () -> new EmitProcessor(emit(), emitted), INGEST, SCORE)
                .addSink(VERDICTS, topics.verdicts().name(), keysOut, valuesOut, EMIT)
                .addSink(DEAD_LETTERS, topics.deadLetters().name(), keysOut, valuesOut, EMIT)
                .addStateStore(PendingStore.builder(settings.recordBytes()), SCORE);
    }

    private GuardedIngest guarded(Ingest ingest) {
        return new GuardedIngest(new IngestProcessor(ingest, SCORE, EMIT, metrics), EMIT, engine);
    }

    private EmitSettings emit() {
        return new EmitSettings(
                ports.mapper(),
                ports.writer(),
                topics.verdicts().name(),
                VERDICTS,
                settings.verdictRoom(),
                DEAD_LETTERS,
                settings.deadLetterRoom());
    }
}
