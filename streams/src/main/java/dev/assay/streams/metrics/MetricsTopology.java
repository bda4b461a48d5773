package dev.assay.streams.metrics;

import dev.assay.schemas.Topics;
import dev.assay.streams.emit.DeadLetters;
import dev.assay.streams.event.RecordTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The path from verdicts to their numbers: {@code measure} takes of each verdict what is counted, all partitions meet in one, and {@code
 * window} adds up each minute and writes it.
 */
public final class MetricsTopology implements Supplier<Topology> {
    static final String VERDICTS = "verdicts";
    static final String MEASURE = "measure";
    static final String MEASUREMENTS = "measurements";
    static final String MEASURED = MEASUREMENTS + "-repartition-filter"; // as the DSL calls where they go
    static final String WINDOW = "window";
    static final String METRICS = "metrics";
    static final String DEAD_LETTERS = "dead-letters";

    private static final int ONE = 1; // a minute is added up in one place

    private final Topics topics;
    private final Ports ports;
    private final DeadLetters deadLetters;
    private final TopicMeters meters;

    /**
     * What the topology needs of the world; each call of a supplier gives one task its own.
     *
     * @param reader bytes → verdict
     * @param writer metrics → bytes
     * @param time of when a record is
     */
    public record Ports(Supplier<VerdictReader> reader, Supplier<MetricsWriter> writer, RecordTime time) {
        /** By this machine's clock. */
        public Ports(Supplier<VerdictReader> reader, Supplier<MetricsWriter> writer) {
            this(reader, writer, RecordTime.byWallClock());
        }
    }

    /** @param deadLetterRoom largest record that the dead-letter topic takes, bytes */
    public MetricsTopology(Topics topics, Ports ports, long deadLetterRoom, MeterRegistry metrics) {
        this.topics = topics;
        this.ports = ports;
        this.deadLetters = new DeadLetters(deadLetterRoom);
        this.meters = new TopicMeters(metrics);
    }

    @Override
    public Topology get() {
        Serde<byte[]> bytes = Serdes.ByteArray();
        StreamsBuilder builder = new StreamsBuilder();
        Consumed<byte[], byte[]> verdicts =
                Consumed.with(bytes, bytes).withName(VERDICTS).withTimestampExtractor(ports.time());
        builder.stream(topics.verdicts().name(), verdicts)
                .process(() -> new MeasureProcessor(ports.reader().get(), deadLetters, meters), Named.as(MEASURE))
                .repartition(Repartitioned.<byte[], byte[]>as(MEASUREMENTS)
                        .withKeySerde(bytes)
                        .withValueSerde(bytes)
                        .withNumberOfPartitions(ONE))
                .process(windowing(), Named.as(WINDOW))
                .to(topics.metrics().name(), Produced.with(bytes, bytes).withName(METRICS));
        return builder.build()
                .addSink(DEAD_LETTERS, topics.deadLetters().name(), bytes.serializer(), bytes.serializer(), MEASURE);
    }

    private ProcessorSupplier<byte[], byte[], byte[], byte[]> windowing() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new WindowProcessor(
                        Windows.MINUTES, ports.writer().get(), topics.metrics().name(), meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(MeasurementStore.builder());
            }
        };
    }
}
