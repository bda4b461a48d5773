package dev.assay.streams.soak;

import dev.assay.streams.soak.Evidence.Input;
import dev.assay.streams.topic.CommittedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What went into a run, read from its topic. Headers say of each record what it is; those of verdicts and dead letters say it again. */
public final class Inputs {
    /** Header with the id of the event that a record holds. */
    public static final String ID = "soak-id";

    /** Header with a name of the record, where the id is none. */
    static final String NAME = "soak-name";

    /** Header that says what is odd about the record. */
    static final String KIND = "soak-kind";

    /** Header with what must come of the record, a {@link Due}. */
    static final String DUE = "soak-due";

    private Inputs() {}

    /**
     * Reads a topic; nobody may be writing. What has no header {@link #DUE} must come to a verdict where it has an id, to a dead letter
     * where it has none.
     */
    public static List<Input> read(String bootstrap, String topic) {
        List<Input> inputs = new ArrayList<>();
        try (CommittedReader reader = new CommittedReader(Map.of("bootstrap.servers", bootstrap), List.of(topic))) {
            reader.readToEnd(records -> records.forEach(record -> inputs.add(input(record))));
        }
        return inputs;
    }

    private static Input input(ConsumerRecord<byte[], byte[]> record) {
        String position = record.partition() + "-" + record.offset();
        Optional<String> id = text(record.headers(), ID);
        return new Input(
                name(record.headers()).orElse(position),
                position,
                id.orElse(record.topic() + "-" + position),
                record.partition() + "/" + Arrays.toString(record.key()),
                text(record.headers(), KIND),
                due(record, id.isPresent()));
    }

    private static Due due(ConsumerRecord<byte[], byte[]> record, boolean hasId) {
        if (record.value() == null) {
            return Due.NOTHING;
        }
        return text(record.headers(), DUE).map(Due::valueOf).orElse(hasId ? Due.VERDICT : Due.DEAD_LETTER);
    }

    /** What a record is called by its headers, or those of its outcome. */
    static Optional<String> name(Headers headers) {
        return text(headers, NAME).or(() -> text(headers, ID));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
