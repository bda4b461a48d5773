package dev.assay.streams.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of some topics from their beginning, committed records only, without a group. Not thread-safe. */
public final class CommittedReader implements AutoCloseable {
    private static final Duration BRIEF = Duration.ofMillis(20);

    private final Map<String, Object> client;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /**
     * Connects.
     *
     * @param client settings of a Kafka client, {@code bootstrap.servers} at least
     * @param topics names of topics that exist
     */
    public CommittedReader(Map<String, ?> client, Collection<String> topics) {
        this.client = new HashMap<>(client);
        this.client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = open(this.client);
        try {
            topics.forEach(this::assign);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void assign(String topic) {
        consumer.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
    }

    private static Consumer<byte[], byte[]> open(Map<String, Object> client) {
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions it reads. */
    public List<TopicPartition> partitions() {
        return List.copyOf(partitions);
    }

    /** Goes on from other offsets. */
    public void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
    }

    /** Where it stands. */
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    /** How far the topics are committed: behind it are open transactions, if anything. */
    public Map<TopicPartition, Long> committedEnds() {
        return consumer.endOffsets(partitions);
    }

    /** First offsets at or after a time, of the partitions that have any. */
    public Map<TopicPartition, Long> offsetsAt(long timestamp) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, timestamp));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                offsets.put(partition, found.offset());
            }
        });
        return offsets;
    }

    /** What has come since the last call, in order for each partition. */
    public List<ConsumerRecord<byte[], byte[]>> poll() {
        return poll(BRIEF);
    }

    /** The same, and waits so long for something to come. */
    public List<ConsumerRecord<byte[], byte[]>> poll(Duration longest) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(longest).forEach(records::add);
        return records;
    }

    /** Whether it stands before one of these offsets. */
    public boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /**
     * Hands over all the rest there is now, piece by piece. Transactions that are open are waited for, as something could come out
     * behind them.
     */
    public void readToEnd(java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> sink) {
        Map<TopicPartition, Long> ends = logEnds();
        while (isBefore(ends)) {
            sink.accept(poll());
        }
    }

    /** The logs' ends, where open transactions and their marks count, too. */
    public Map<TopicPartition, Long> logEnds() {
        Map<String, Object> uncommitted = new HashMap<>(client);
        uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (Consumer<byte[], byte[]> other = open(uncommitted)) {
            return other.endOffsets(partitions);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
