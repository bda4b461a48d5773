package dev.assay.streams.upgrade;

import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.topic.CommittedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a {@code read_committed} reader sees of a walk: verdicts in the order of their partitions, and dead letters. */
final class Outcomes implements AutoCloseable {
    private final CommittedReader reader;
    private final VerdictDeserializer deserializer = new VerdictDeserializer();
    private final String verdictTopic;
    private final List<Row> verdicts = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();

    /**
     * A verdict.
     *
     * @param id of its event
     * @param key of its record
     * @param bundle of the model
     * @param scores their bits, by detector
     */
    record Row(String id, String key, String bundle, Map<String, Long> scores) {}

    Outcomes(String bootstrap, Topics topics, Map<String, ?> serde) {
        verdictTopic = topics.verdicts().name();
        deserializer.configure(serde, false);
        reader = new CommittedReader(
                Map.of("bootstrap.servers", bootstrap),
                List.of(verdictTopic, topics.deadLetters().name()));
    }

    /** Takes what has come by now; how many there are. */
    int look() {
        reader.poll().forEach(this::take);
        return verdicts.size() + buried.size();
    }

    /** Takes what is left once nobody writes any more. */
    void finish() {
        reader.readToEnd(records -> records.forEach(this::take));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(verdictTopic)) {
            var position = DeadLetter.of(record.headers()).orElseThrow().position();
            buried.add(position.partition() + "-" + position.offset());
            return;
        }
        Verdict verdict = deserializer.deserialize(record.topic(), record.headers(), record.value());
        Map<String, Long> scores = new TreeMap<>();
        new HashMap<>(verdict.getScores()).forEach((name, score) -> {
            if (score.getValue() != null) {
                scores.put(name, Double.doubleToRawLongBits(score.getValue()));
            }
        });
        verdicts.add(new Row(
                verdict.getEventId(),
                new String(record.key(), StandardCharsets.UTF_8),
                verdict.getProvenance().getBundleId(),
                scores));
    }

    List<Row> verdicts() {
        return verdicts;
    }

    /** Positions of the events that became dead letters, {@code partition-offset}. */
    List<String> buried() {
        return buried;
    }

    @Override
    public void close() {
        reader.close();
        deserializer.close();
    }
}
