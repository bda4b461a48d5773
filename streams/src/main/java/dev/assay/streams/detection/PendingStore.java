package dev.assay.streams.detection;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How events in progress outlive a crash: on disk, with a changelog, slot → event. */
final class PendingStore {
    static final String NAME = "pending";
    private static final int SMALL_SEGMENT = 16 << 20;

    private PendingStore() {}

    /**
     * The store. Its cache makes a slot that is filled and freed between two commits one changelog record instead of two, and a slot
     * used a hundred times still one; it is written out before each commit.
     *
     * @param recordBytes largest record the changelog must take
     */
    static StoreBuilder<KeyValueStore<Integer, byte[]>> builder(int recordBytes) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingEnabled(changelog(recordBytes))
                .withCachingEnabled();
    }

    /** What the changelog must take at least, by topic setting: sizes in bytes, and times of a clock that is ahead in ms. */
    static Map<String, Long> sizes(int recordBytes) {
        return Map.of(
                "segment.bytes",
                (long) Math.max(SMALL_SEGMENT, 2 * recordBytes),
                "max.message.bytes",
                (long) recordBytes,
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                Long.MAX_VALUE);
    }

    /** The topic of the changelog. */
    static String topic(String applicationId) {
        return applicationId + "-" + NAME + "-changelog";
    }

    /** Nearly all of the changelog is soon obsolete: small segments and eager cleaning keep restoring short. */
    private static Map<String, String> changelog(int recordBytes) {
        return Map.of(
                "cleanup.policy", "compact",
                "segment.bytes", sizes(recordBytes).get("segment.bytes").toString(),
                "segment.ms", "600000",
                "min.cleanable.dirty.ratio", "0.1",
                "max.compaction.lag.ms", "600000",
                "delete.retention.ms", "600000",
                "max.message.bytes", Integer.toString(recordBytes));
    }
}
