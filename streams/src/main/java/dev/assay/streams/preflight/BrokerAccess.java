package dev.assay.streams.preflight;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A broker that has answered once. */
public interface BrokerAccess extends AutoCloseable {
    /** What it is asked through. */
    Admin admin();

    /**
     * Its answer.
     *
     * @throws RuntimeException the fault that the broker names, or one with a message for a person where it does not answer
     */
    <T> T await(KafkaFuture<T> answer);

    /** How many partitions a topic has; empty where there is no such topic. */
    default Optional<Integer> partitions(String topic) {
        try {
            return Optional.of(await(admin().describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .partitions()
                    .size());
        } catch (UnknownTopicOrPartitionException none) {
            return Optional.empty();
        }
    }

    @Override
    void close();
}
