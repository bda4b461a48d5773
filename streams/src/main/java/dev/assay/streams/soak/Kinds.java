package dev.assay.streams.soak;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of odd records that any run has: what a record can hold that nobody sends on purpose. */
final class Kinds {
    private static final String WORDS = "once there was a little girl who liked to play outside with her dog .";
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int EVENT_LIMIT = 1 << 20;

    private Kinds() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(eventTimes());
        kinds.addAll(recordTimes());
        kinds.addAll(texts());
        kinds.addAll(shapes());
        kinds.addAll(headers());
        kinds.addAll(notEvents());
        return kinds;
    }

    private static List<Kind> eventTimes() {
        return List.of(
                created("created in year 1", "\"0001-01-01T00:00:00Z\""),
                created("created in 1700", "\"1700-01-01T00:00:00Z\""),
                created("created in 2400", "\"2400-01-01T00:00:00Z\""),
                created("created at -1", "-1"),
                new Kind(
                        "created at microseconds",
                        Due.EITHER,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"created_at\":" + now * 1000))),
                new Kind(
                        "created tomorrow",
                        Due.VERDICT,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"created_at\":" + (now + DAY)))),
                new Kind(
                        "created 40 days ago",
                        Due.VERDICT,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"created_at\":" + (now - 40 * DAY)))));
    }

    private static Kind created(String name, String time) {
        return new Kind(
                name, Due.EITHER, (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"created_at\":" + time)));
    }

    /** Producers refuse negative ones; what mirrors and old clients write is not refused by every broker. */
    private static List<Kind> recordTimes() {
        return List.of(
                new Kind(
                        "record of 1970",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).at(1)),
                new Kind(
                        "record of 40 days ago",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).at(now - 40 * DAY)),
                new Kind(
                        "record of tomorrow",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).at(now + DAY)),
                new Kind(
                        "record of 2400",
                        Due.EITHER,
                        (key, id, now) -> plain(key, id).at(13_569_465_600_000L)),
                new Kind(
                        "record in microseconds",
                        Due.EITHER,
                        (key, id, now) -> plain(key, id).at(now * 1000)));
    }

    private static List<Kind> texts() {
        return List.of(
                text("empty text", Due.VERDICT, ""),
                text("blank text", Due.VERDICT, " \\n\\t\\u00a0 "),
                text("one letter", Due.VERDICT, "a"),
                text("combining flood", Due.EITHER, "a" + "\uA9BF".repeat(30) + "\u200D\u0941".repeat(8000)),
                text("joiners", Due.EITHER, "a" + "\u200D".repeat(4000) + " " + WORDS),
                text("marks without a letter", Due.EITHER, "\u0301".repeat(3000)),
                text("unpaired surrogates", Due.EITHER, WORDS + "\\ud800 \\udc00\\udc00"),
                text("control characters", Due.EITHER, WORDS + "\\u0000\\u0007\\u001b[2J"),
                text(
                        "right to left",
                        Due.EITHER,
                        "\u202e" + WORDS + "\u202c " + "\u05e9\u05dc\u05d5\u05dd ".repeat(20)),
                text("one word of 20,000 letters", Due.EITHER, "a".repeat(20_000)),
                text("too long to score", Due.VERDICT, (WORDS + " ").repeat(1500)));
    }

    private static Kind text(String name, Due due, String text) {
        return new Kind(name, due, (key, id, now) -> OddRecord.of(key, json(id, text, "\"domain\":null")));
    }

    private static List<Kind> shapes() {
        String nested = "{\"a\":".repeat(150) + "1" + "}".repeat(150);
        String bottomless = "[".repeat(20_000) + "]".repeat(20_000);
        return List.of(
                new Kind(
                        "nested 150 deep",
                        Due.VERDICT,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"attributes\":" + nested))),
                new Kind(
                        "nested 20,000 deep",
                        Due.DEAD_LETTER,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"other\":" + bottomless))),
                new Kind(
                        "2,000 attributes",
                        Due.VERDICT,
                        (key, id, now) -> OddRecord.of(key, json(id, WORDS, "\"attributes\":" + attributes()))),
                new Kind(
                        "plain text",
                        Due.VERDICT,
                        (key, id, now) -> OddRecord.of(key, WORDS).nameless()),
                new Kind("no key", Due.VERDICT, (key, id, now) -> plain(key, id).under(null)),
                new Kind(
                        "key of bytes",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).under(new byte[] {-1, -2, 0})),
                new Kind(
                        "empty key",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).under(new byte[0])));
    }

    private static String attributes() {
        return IntStream.range(0, 2000)
                .mapToObj(i -> "\"name " + i + "\":\"" + i + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Kind> headers() {
        byte[] junk = {(byte) 0xc3, 0x28, 0};
        return List.of(
                new Kind(
                        "headers of a dead letter",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id)
                                .with("__streams.errors.topic", bytes("elsewhere"))
                                .with("__streams.errors.partition", bytes("not a number"))
                                .with("__streams.errors.offset", junk)
                                .with("__assay.value.length", bytes("-1"))),
                new Kind(
                        "header without a value",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id)
                                .with("traceparent", null)
                                .with("content-type", null)
                                .with("", new byte[0])),
                new Kind(
                        "header of a replay",
                        Due.VERDICT,
                        (key, id, now) -> plain(key, id).with("__assay.replay.of", junk)),
                new Kind("300 headers", Due.VERDICT, (key, id, now) -> {
                    OddRecord record = plain(key, id);
                    for (int i = 0; i < 300; i++) {
                        record = record.with("header-" + i % 7, junk);
                    }
                    return record;
                }),
                new Kind(
                        "headers beyond the limit",
                        Due.DEAD_LETTER,
                        (key, id, now) -> plain(key, id).with("large", new byte[40_000])),
                new Kind(
                        "foreign content type",
                        Due.VERDICT,
                        (key, id, now) ->
                                plain(key, id).with("content-type", bytes("application/xml; charset=nonsense"))),
                new Kind(
                        "content type that lies",
                        Due.DEAD_LETTER,
                        (key, id, now) -> plain(key, id).with("content-type", bytes("avro/binary"))),
                new Kind(
                        "broken schema header",
                        Due.DEAD_LETTER,
                        (key, id, now) -> plain(key, id).with("__value_schema_id", junk)));
    }

    private static List<Kind> notEvents() {
        Map<String, byte[]> values = Map.of(
                "not UTF-8", new byte[] {(byte) 0xc3, 0x28},
                "unknown registry id", new byte[] {0, 0x7f, -1, -1, -16, 2, 4, 6, 8},
                "broken frame", new byte[] {0, 0, 0},
                "truncated JSON", bytes("{\"text\":\"once there"),
                "text that is a number", bytes("{\"text\":17}"),
                "no text", bytes("{\"id\":\"x\",\"text\":null}"),
                "field given twice", bytes("{\"text\":\"a\",\"text\":\"b\"}"),
                "time that is none", bytes("{\"text\":\"a\",\"created_at\":\"yesterday\"}"),
                "larger than the limit", new byte[EVENT_LIMIT + 4096]);
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> new Kind(
                        value.getKey(),
                        Due.DEAD_LETTER,
                        (key, id, now) -> OddRecord.of(key, value.getValue()).nameless()))
                .toList();
    }

    private static OddRecord plain(byte[] key, String id) {
        return OddRecord.of(key, json(id, WORDS, "\"language\":null"));
    }

    /** @param text as JSON has it, without its quotes */
    private static String json(String id, String text, String field) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"," + field + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
