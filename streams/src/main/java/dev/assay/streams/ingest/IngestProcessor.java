package dev.assay.streams.ingest;

import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.meter.MeterUpdates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Hands readable events to one child and failures to another; passes over tombstones and counts them.
 *
 * <p>A failure does not wait behind earlier events of its key: dead letters have an order by offset of their own.
 */
public final class IngestProcessor implements Processor<byte[], byte[], byte[], Passage> {
    private final Ingest ingest;
    private final String readable;
    private final String unreadable;
    private final MeterUpdates updates;
    private final Counter records;
    private final Counter tombstones;
    private ProcessorContext<byte[], Passage> context;

    /**
     * @param ingest how records are read
     * @param readable node that takes events
     * @param unreadable node that takes failures
     * @param metrics counts records and tombstones
     */
    public IngestProcessor(Ingest ingest, String readable, String unreadable, MeterRegistry metrics) {
        this.ingest = ingest;
        this.readable = readable;
        this.unreadable = unreadable;
        this.updates = new MeterUpdates(metrics);
        this.records = metrics.counter("assay.ingest.records");
        this.tombstones = metrics.counter("assay.ingest.tombstones");
    }

    @Override
    public void init(ProcessorContext<byte[], Passage> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        updates.run(records::increment);
        if (record.value() == null) {
            updates.run(tombstones::increment);
            return;
        }
        Passage passage = ingest.ingest(raw(record));
        context.forward(record.withValue(passage), passage instanceof Ingested ? readable : unreadable);
    }

    private RawEvent raw(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        SourcePosition position = new SourcePosition(at.topic(), at.partition(), at.offset());
        return new RawEvent(record.key(), record.value(), record.timestamp(), record.headers(), position);
    }
}
