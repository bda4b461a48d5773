package dev.assay.schemas;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What a topic holds and how it is kept.
 *
 * @param name full name, prefix included
 * @param key what the record key is
 * @param value what the record value is
 * @param writer who writes it
 * @param cleanUp {@code delete} or {@code compact}, Kafka's {@code cleanup.policy}
 * @param partitions partitions that {@code assay topics create} gives it unless told otherwise
 * @param config topic settings beside the clean-up policy, in Kafka's names
 */
public record Topic(
        String name,
        String key,
        String value,
        String writer,
        String cleanUp,
        int partitions,
        Map<String, String> config) {

    public Topic {
        config = Map.copyOf(config);
    }

    /** Everything that differs from the broker's defaults, the clean-up policy included. */
    public Map<String, String> settings() {
        var all = new java.util.TreeMap<>(config);
        all.put("cleanup.policy", cleanUp);
        return all;
    }

    /** The request that creates it with its own number of partitions and the broker's default replication. */
    public NewTopic request() {
        return request(Optional.empty(), Optional.empty());
    }

    /** The request that creates it; what is empty is taken from this topic or from the broker. */
    public NewTopic request(Optional<Integer> partitionsAsked, Optional<Short> replication) {
        return new NewTopic(name, Optional.of(partitionsAsked.orElse(partitions)), replication).configs(settings());
    }
}
