package dev.assay.streams.records;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** Events in JSON with every field at its edges and beyond them, and JSON that is none. */
final class OddJson {
    private static final String[] TIMES = {
        "\"1700-01-01T00:00:00Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"2400-02-30T00:00:00Z\"",
        "\"2400-02-28T00:00:00+18:00\"",
        "\"-0044-03-15T00:00:00Z\"",
        "\"+56302-01-01T00:00:00Z\"",
        "\"+999999999-12-31T23:59:59.999999999Z\"",
        "\"-999999999-01-01T00:00:00-18:00\"",
        "\"+1000000000-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.999999Z\"",
        "\"infinity\"",
        "\"NaN\"",
        "\"\"",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "-1e400",
        "1.5",
        "1714557600.0",
        "true",
        "[]",
        "{}",
        "null",
        "123456789012345678901234567890",
        "-123456789012345678901234567890",
        "\"2024-05-01T10:00:00\"",
        "\"2024-05-01\""
    };
    private static final String[] NAMES = {
        "null", "7", "-0", "1e5", "\"\"", "\"x\"", "true", "[1]", "18446744073709551616"
    };
    private static final String[] LANGUAGES = {"\"en\"", "\"EN\"", "\"zz\"", "\"\"", "null", "5", "\"en-GB-oxendict\""};

    private final Choice choice;
    private final OddTexts texts;

    OddJson(Choice choice, OddTexts texts) {
        this.choice = choice;
        this.texts = texts;
    }

    String next() {
        return switch (choice.below(10)) {
            case 0 -> nested();
            case 1 ->
                "{\"schema\":" + choice.of("null", "{}", "{\"type\":\"struct\"}") + ",\"payload\":" + payload() + "}";
            case 2 -> "{\"text\":" + string() + ",\"n\":" + "9".repeat(choice.below(3000)) + "}";
            case 3 -> broken(event());
            default -> event();
        };
    }

    private String payload() {
        return choice.of(event(), string(), "null", "3", "[]");
    }

    String event() {
        List<String> fields = new ArrayList<>();
        fields.add("\"text\":" + (choice.oneIn(12) ? choice.of(NAMES) : string()));
        maybe(fields, "id", choice.oneIn(3) ? choice.of(NAMES) : string());
        maybe(fields, "source", choice.oneIn(3) ? choice.of(NAMES) : string());
        maybe(fields, "created_at", choice.oneIn(2) ? choice.of(TIMES) : Long.toString(choice.number()));
        maybe(fields, "language", choice.of(LANGUAGES));
        maybe(
                fields,
                "domain",
                choice.of("\"news\"", "null", "\"" + "d".repeat(choice.below(400)) + "\"", "[]", "\"\\u0000\""));
        maybe(fields, "attributes", attributes());
        if (choice.oneIn(20)) {
            fields.add(fields.get(choice.below(fields.size()))); // a field given twice
        }
        return "{" + String.join(",", fields) + "}";
    }

    private void maybe(List<String> fields, String name, String value) {
        if (!choice.oneIn(3)) {
            fields.add(choice.below(fields.size() + 1), "\"" + name + "\":" + value);
        }
    }

    private String attributes() {
        int size = choice.oneIn(30) ? 3000 : choice.below(4);
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            object.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":");
            object.append(choice.of("\"v\"", "1.50", "null", "[1,{\"z\":null}]", "1e400"));
        }
        return choice.oneIn(8)
                ? choice.of("null", "7", "\"x\"", "[]")
                : object.append('}').toString();
    }

    private String nested() {
        int depth = choice.oneIn(4) ? 150 + choice.below(100) : choice.below(5000);
        String open = choice.of("[", "{\"a\":");
        String close = open.equals("[") ? "]" : "}";
        String inner = open.repeat(depth) + "1" + close.repeat(choice.oneIn(5) ? depth / 2 : depth);
        return "{\"text\":\"nested\",\"attributes\":{\"deep\":" + inner + "}}";
    }

    private String broken(String json) {
        return json.substring(0, choice.below(json.length())) + choice.of("", "}", "\"", "\\", "\u0000", " {}");
    }

    /** As JSON, at times with an escaped half of a character. */
    private String string() {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(texts.next()));
        return "\"" + quoted + choice.of("", "", "", "", "", "", "", "", "\\ud83d", "\\u0000") + "\"";
    }
}
