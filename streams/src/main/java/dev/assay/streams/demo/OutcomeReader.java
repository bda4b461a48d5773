package dev.assay.streams.demo;

import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.topic.CommittedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads what comes out of the topics, committed results only. */
final class OutcomeReader implements AutoCloseable {
    private static final String FAULT = "__streams.errors.exception";

    private final CommittedReader reader;
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
        verdicts.configure(serde, false);
        verdictTopic = topics.verdicts().name();
        reader = new CommittedReader(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                List.of(verdictTopic, topics.deadLetters().name()));
    }

    /** What has come since the last call. */
    List<Outcome> poll() {
        return reader.poll().stream().map(this::outcome).toList();
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
        reader.close();
        verdicts.close();
    }
}
