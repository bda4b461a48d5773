package dev.assay.streams.metrics;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The measurements of windows that are still open: window start and offset → measurement, ordered by both. In memory, with a
 * changelog: a minute of them is small, and a start reads them all anyway.
 */
final class MeasurementStore {
    static final String NAME = "measurements";

    private MeasurementStore() {}

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(changelog())
                .withCachingDisabled(); // a measurement outlives many commits, so none would be saved
    }

    /** Nearly all of the changelog is soon obsolete: small segments and eager cleaning keep restoring short. */
    private static Map<String, String> changelog() {
        return Map.of(
                "cleanup.policy", "compact",
                "segment.bytes", Integer.toString(16 << 20),
                "segment.ms", "600000",
                "min.cleanable.dirty.ratio", "0.1",
                "max.compaction.lag.ms", "600000",
                "delete.retention.ms", "600000");
    }

    /** Where a measurement is kept; big-endian, so that byte order is number order. */
    static Bytes key(long windowStart, long offset) {
        return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(windowStart)
                .putLong(offset)
                .array());
    }

    static long windowStart(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }
}
