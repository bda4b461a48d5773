package dev.assay.streams.soak;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.emit.DeadLetter;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.soak.Evidence.Buried;
import dev.assay.streams.soak.Evidence.Input;
import dev.assay.streams.soak.Evidence.Judged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the two topics out, cut down to what guarantees need: a run's verdicts in full would not fit the memory. */
final class OutcomeRows {
    private final String verdictTopic;
    private final VerdictDeserializer deserializer;
    private final List<Judged> verdicts = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>(); // one copy of what recurs with each text
    private final Map<Instant, Long> minutes = new TreeMap<>(); // verdicts by the minute of their decision

    /** A dead letter whose name is not known before the records that went in are. */
    private record Letter(Optional<String> name, String position, String cause) {}

    OutcomeRows(String verdictTopic, VerdictDeserializer deserializer) {
        this.verdictTopic = verdictTopic;
        this.deserializer = deserializer;
    }

    /** Takes a record; the time of its verdict, ms since 1970, or -1 for a dead letter. */
    long add(ConsumerRecord<byte[], byte[]> record) {
        Optional<String> name = Inputs.name(record.headers());
        if (!record.topic().equals(verdictTopic)) {
            DeadLetter letter = DeadLetter.of(record.headers()).orElseThrow();
            SourcePosition position = letter.position();
            letters.add(new Letter(name, position.partition() + "-" + position.offset(), shared(letter.cause())));
            return -1;
        }
        Verdict verdict = deserializer.deserialize(record.topic(), record.headers(), record.value());
        verdicts.add(new Judged(
                name.orElse(verdict.getEventId()),
                verdict.getEventId(),
                shared(verdict.getText().getSha256()),
                shared(bits(verdict))));
        minutes.merge(verdict.getDecidedAt().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
        return verdict.getDecidedAt().toEpochMilli();
    }

    int size() {
        return verdicts.size() + letters.size();
    }

    /** Verdicts by the minute of their decision. */
    Map<Instant, Long> minutes() {
        return new TreeMap<>(minutes);
    }

    Evidence evidence(List<Input> inputs) {
        Map<String, String> names = new HashMap<>();
        inputs.forEach(input -> names.put(input.position(), input.name()));
        List<Buried> buried = letters.stream()
                .map(letter -> new Buried(
                        letter.name().orElseGet(() -> names.getOrDefault(letter.position(), letter.position())),
                        letter.cause()))
                .toList();
        return new Evidence(inputs, verdicts, buried);
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
