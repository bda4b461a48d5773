package dev.assay.streams.detection;

import dev.assay.streams.event.Failure;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record enters: notes that it is being read, lays a fault that its reading meets at its door, and makes one that met too many a dead
 * letter, unread.
 */
final class GuardedIngest implements Processor<byte[], byte[], byte[], Passage> {
    private final Processor<byte[], byte[], byte[], Passage> ingest;
    private final String unreadable;
    private final Suspects suspects;
    private final Progress progress;
    private final Outgoing outgoing;
    private ProcessorContext<byte[], Passage> context;

    /** @param unreadable node that takes failures */
    GuardedIngest(Processor<byte[], byte[], byte[], Passage> ingest, String unreadable, ScoringEngine engine) {
        this.ingest = ingest;
        this.unreadable = unreadable;
        this.suspects = engine.suspects();
        this.progress = engine.progress();
        this.outgoing = engine.outgoing();
    }

    @Override
    public void init(ProcessorContext<byte[], Passage> context) {
        this.context = context;
        ingest.init(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        SourcePosition position = new SourcePosition(at.topic(), at.partition(), at.offset());
        progress.reads();
        try {
            outgoing.onBehalfOf(position, () -> read(record, position));
        } catch (RuntimeException | Error fault) {
            suspects.blame(position, fault);
            throw fault;
        } finally {
            progress.hasRead();
        }
    }

    private void read(Record<byte[], byte[]> record, SourcePosition position) {
        Optional<Failure> why = record.value() == null ? Optional.empty() : suspects.verdict(position);
        if (why.isEmpty()) {
            ingest.process(record);
        } else {
            var raw = new RawEvent(record.key(), record.value(), record.timestamp(), record.headers(), position);
            var hopeless = new Judged(raw, null, new Outcome.Failed(why.get()));
            context.forward(record.withValue(hopeless), unreadable);
            suspects.answered(position);
        }
    }

    @Override
    public void close() {
        ingest.close();
    }
}
