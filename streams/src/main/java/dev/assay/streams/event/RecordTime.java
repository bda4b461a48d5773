package dev.assay.streams.event;

import dev.assay.streams.WallClock;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time that a record is taken to be of: its own, unless it has none (a producer older than Kafka 0.10) or one that is not yet; then
 * now. A broker refuses what is written of a record from the future, the changelog's entry included, and stream time, which
 * never goes back, would stay there.
 */
public final class RecordTime implements TimestampExtractor {
    private final LongSupplier now; // ms since 1970

    /** @param now the clock, ms since 1970 */
    public RecordTime(LongSupplier now) {
        this.now = now;
    }

    /** By this machine's clock. */
    @WallClock
    public static RecordTime byWallClock() {
        return new RecordTime(System::currentTimeMillis);
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return within(record.timestamp(), now.getAsLong());
    }

    /** That time, or now where it is none or not yet. */
    public static long within(long timestamp, long now) {
        return timestamp < 0 || timestamp > now ? now : timestamp;
    }
}
