package dev.assay.streams.demo;

import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.VerdictDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what comes out of the topics, committed results only. */
final class OutcomeReader implements AutoCloseable {
    private static final String FAULT = "__streams.errors.exception";

    private final Consumer<byte[], byte[]> consumer;
    private final VerdictDeserializer verdicts = new VerdictDeserializer();
    private final String verdictTopic;

    /**
     * One committed result.
     *
     * @param id the sample record it is of
     * @param verdict the verdict; null for a dead letter
     * @param fault simple name of what a dead letter died of; null for a verdict
     */
    record Outcome(String id, Verdict verdict, String fault) {}

    OutcomeReader(String bootstrap, Topics topics, Map<String, Object> serde) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        verdicts.configure(serde, false);
        verdictTopic = topics.verdicts().name();
        List<TopicPartition> partitions = new ArrayList<>(partitions(verdictTopic));
        partitions.addAll(partitions(topics.deadLetters().name()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** What has come, waiting for at most that long. */
    List<Outcome> poll(Duration longest) {
        List<Outcome> outcomes = new ArrayList<>();
        consumer.poll(longest).forEach(record -> outcomes.add(outcome(record)));
        return outcomes;
    }

    private Outcome outcome(ConsumerRecord<byte[], byte[]> record) {
        String id = header(record, SampleSender.ID);
        if (record.topic().equals(verdictTopic)) {
            return new Outcome(id, verdicts.deserialize(record.topic(), record.headers(), record.value()), null);
        }
        String fault = header(record, FAULT);
        return new Outcome(id, null, fault.substring(fault.lastIndexOf('.') + 1));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        verdicts.close();
    }
}
