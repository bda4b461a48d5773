package dev.assay.streams.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of a topic at several moments. They are counted afterwards, by a {@code read_committed} reader that
 * takes no part of the cores while something is timed; at the moments only the ends of what is committed are asked for.
 */
final class CommittedRecords implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> partitions;
    private final List<Map<TopicPartition, Long>> moments = new ArrayList<>();

    CommittedRecords(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = Set.copyOf(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Remembers how far the topic is committed now. */
    void mark() {
        moments.add(consumer.endOffsets(partitions));
    }

    /** Records between each moment and the next: transactions' markers have offsets too, so that a difference counts too many. */
    long[] counts() {
        long[] counts = new long[moments.size() - 1];
        Map<TopicPartition, Long> ends = moments.get(counts.length);
        consumer.assign(partitions);
        moments.get(0).forEach(consumer::seek);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(GLANCE)) {
                count(record, counts);
            }
        }
        return counts;
    }

    private void count(ConsumerRecord<byte[], byte[]> record, long[] counts) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        for (int i = 0; i < counts.length; i++) {
            if (record.offset() < moments.get(i + 1).get(partition)) {
                counts[i]++;
                return;
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
