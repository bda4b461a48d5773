package dev.assay.streams.records;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records for the topic of events as nobody should send them, without end: texts, JSON and Avro with every field at its edges, bytes that
 * are nothing, foreign headers, odd keys and times of any year. The same seed makes the same records.
 */
public final class OddRecords {
    private static final String[] NAMES = {
        "",
        "trace",
        "content-type",
        "Content-Type",
        "__value_schema_id",
        "__key_schema_id",
        "__TypeId__",
        "ce_id",
        "ce_type",
        "__streams.errors.exception",
        "__streams.errors.partition",
        "__streams.errors.offset",
        "__streams.errors.topic",
        "__assay.value.length",
        "__assay.timestamp",
        "__assay.replay.of",
        "__assay.created_at",
        "语",
        "a\nb"
    };
    private static final String[] CONTENTS = {
        "",
        "1",
        "x",
        "-1",
        "application/json",
        "text/plain; charset=utf-8",
        "avro/binary",
        "application/vnd.x+json",
        ";",
        "text-events"
    };
    private static final long YEAR = Duration.ofDays(366).toMillis();

    private final Choice choice;
    private final OddTexts texts;
    private final OddJson json;
    private final OddAvro avro;
    private final long now;

    /**
     * One record.
     *
     * @param timestamp its time, ms since 1970, not negative
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only by convention
    public record Odd(byte[] key, byte[] value, long timestamp, RecordHeaders headers) {}

    /**
     * From a seed.
     *
     * @param registry address of the registry that takes the schemas, such as {@code mock://NAME}
     * @param now about when they are sent, ms since 1970
     */
    public OddRecords(long seed, String registry, long now) {
        this.choice = new Choice(seed);
        this.texts = new OddTexts(choice);
        this.json = new OddJson(choice, texts);
        this.avro = new OddAvro(choice, texts, registry);
        this.now = now;
    }

    /** The next one. */
    public Odd next() {
        return new Odd(key(), value(), timestamp(), headers());
    }

    private byte[] key() {
        return switch (choice.below(12)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> ByteBuffer.allocate(8).putLong(choice.number()).array();
            case 3 -> Choice.utf8(texts.next());
            case 4 -> choice.bytes(choice.oneIn(40) ? 40_000 : choice.below(30));
            default -> Choice.utf8("source-" + choice.below(20));
        };
    }

    private byte[] value() {
        return switch (choice.below(20)) {
            case 0 -> null;
            case 1 -> choice.bytes(choice.below(200));
            case 2 -> choice.spoilt(Choice.utf8(json.event()));
            case 3, 4, 5, 6 -> Choice.utf8(texts.next());
            case 7, 8, 9, 10, 11, 12 -> Choice.utf8(json.next());
            case 13 -> id(choice.number());
            default -> avro.next();
        };
    }

    /** An id that no registry has, framed. */
    private static byte[] id(long id) {
        return ByteBuffer.allocate(9).putLong(1, id).array();
    }

    private long timestamp() {
        return switch (choice.below(8)) {
            case 0 -> 0;
            case 1 -> now + choice.below(Integer.MAX_VALUE);
            case 2 -> Math.max(0, choice.number());
            case 3 -> now - choice.below(10) * YEAR;
            default -> now - choice.below(1000);
        };
    }

    private RecordHeaders headers() {
        RecordHeaders headers = new RecordHeaders();
        int count = choice.oneIn(200) ? 3500 : choice.oneIn(3) ? choice.below(6) : 0;
        for (int i = 0; i < count; i++) {
            headers.add(choice.of(NAMES), content());
        }
        return headers;
    }

    private byte[] content() {
        return switch (choice.below(5)) {
            case 0 -> null;
            case 1 -> choice.bytes(choice.below(20));
            case 2 -> avro.knownId();
            default -> Choice.utf8(choice.of(CONTENTS));
        };
    }
}
