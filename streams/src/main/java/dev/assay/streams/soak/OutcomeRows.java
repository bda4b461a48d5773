package dev.assay.streams.soak;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the two topics out, cut down to what guarantees need: a run's verdicts in full would not fit the memory. */
final class OutcomeRows {
    private final String verdictTopic;
    private final VerdictDeserializer deserializer;
    private final List<Evidence.Judged> verdicts = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>(); // one copy of what recurs with each text

    OutcomeRows(String verdictTopic, VerdictDeserializer deserializer) {
        this.verdictTopic = verdictTopic;
        this.deserializer = deserializer;
    }

    /** Takes a record; the time of its verdict, ms since 1970, or -1 for a dead letter. */
    long add(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(verdictTopic)) {
            SourcePosition position =
                    DeadLetter.of(record.headers()).orElseThrow().position();
            deadLetters.add(position.partition() + "-" + position.offset());
            return -1;
        }
        Verdict verdict = deserializer.deserialize(record.topic(), record.headers(), record.value());
        verdicts.add(new Evidence.Judged(
                verdict.getEventId(),
                shared(verdict.getSource()),
                shared(verdict.getText().getSha256()),
                shared(bits(verdict))));
        return verdict.getDecidedAt().toEpochMilli();
    }

    int size() {
        return verdicts.size() + deadLetters.size();
    }

    List<Evidence.Judged> verdicts() {
        return verdicts;
    }

    List<String> deadLetters() {
        return deadLetters;
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private static String bits(Verdict verdict) {
        StringBuilder bits = new StringBuilder();
        new TreeMap<>(verdict.getScores()).forEach((name, score) -> {
            if (score.getValue() != null) {
                bits.append(name)
                        .append('=')
                        .append(Long.toHexString(Double.doubleToRawLongBits(score.getValue())))
                        .append(' ');
            }
        });
        return bits.toString();
    }
}
