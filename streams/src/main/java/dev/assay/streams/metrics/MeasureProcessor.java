package dev.assay.streams.metrics;

import dev.assay.schemas.TimeRange;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.emit.DeadLetters;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Verdict → {@link Measurement}, at the time of the decision, or now where the clock that made it goes ahead. What is no verdict is a dead
 * letter; shadow verdicts, which are made beside the ones in force, are passed over.
 */
final class MeasureProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final byte[] ANY = {}; // a key, since what has none is not repartitioned

    private final VerdictReader reader;
    private final DeadLetters deadLetters;
    private final TopicMeters meters;
    private ProcessorContext<byte[], byte[]> context;

    MeasureProcessor(VerdictReader reader, DeadLetters deadLetters, TopicMeters meters) {
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            return; // a tombstone is no verdict
        }
        RecordMetadata at = context.recordMetadata().orElseThrow();
        Record<byte[], byte[]> measured;
        try {
            measured = measure(reader.read(at.topic(), record.headers(), record.value()));
        } catch (RegistryException e) {
            throw e; // no verdict is at fault
        } catch (RuntimeException | StackOverflowError e) {
            bury(record, at, e);
            return;
        }
        if (measured != null) {
            meters.measured();
            context.forward(measured, MetricsTopology.MEASURED);
        }
    }

    /** Null for a verdict that does not count. */
    private Record<byte[], byte[]> measure(Verdict verdict) {
        if (verdict.getShadow()) {
            return null;
        }
        long decided = Math.max(0, TimeRange.millis(verdict.getDecidedAt()));
        long time = Math.min(decided, context.currentSystemTimeMs());
        return new Record<>(ANY, Measurement.of(verdict).write(), time);
    }

    private void bury(Record<byte[], byte[]> record, RecordMetadata at, Throwable fault) {
        meters.unreadable();
        SourcePosition position = new SourcePosition(at.topic(), at.partition(), at.offset());
        RawEvent raw = new RawEvent(record.key(), record.value(), record.timestamp(), record.headers(), position);
        context.forward(deadLetters.of(raw, Failure.of(fault)), MetricsTopology.DEAD_LETTERS);
    }
}
