package dev.assay.streams.bench;

import dev.assay.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed verdicts and dead letters. */
final class VerdictReader implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final long LONGEST_SILENCE = TimeUnit.MINUTES.toNanos(2);

    private final Consumer<byte[], byte[]> consumer;

    VerdictReader(String bootstrap, Topics topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics.verdicts(), topics.deadLetters())
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads so many records.
     *
     * @param each takes every record with the time of its arrival, nanoseconds
     */
    void read(int count, ObjLongConsumer<ConsumerRecord<byte[], byte[]>> each) {
        long lastNews = System.nanoTime();
        for (int seen = 0; seen < count; ) {
            var records = consumer.poll(GLANCE);
            long now = System.nanoTime();
            records.forEach(record -> each.accept(record, now));
            seen += records.count();
            lastNews = records.isEmpty() ? lastNews : now;
            if (now - lastNews > LONGEST_SILENCE) {
                throw new BenchException("no verdict for two minutes, after " + seen + " of " + count
                        + " (--debug shows the application's log).");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
