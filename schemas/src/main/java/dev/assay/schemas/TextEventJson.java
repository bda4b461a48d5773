package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text event as one JSON object with the record's field names. Only {@code text} must be there, as a string. {@code id} and
 * {@code source} may be whole numbers; {@code created_at} is milliseconds since 1970 or ISO 8601 (UTC where it names no
 * zone); an attribute that is no string becomes its JSON text, and a null one is left out. Fields that the record does
 * not have are ignored, as Avro ignores them. A field given twice is an error: two readers could see two texts.
 */
public final class TextEventJson {
    private static final int DEEPEST = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names come from outside: made-up ones must not fill tables that the whole process shares.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TextEventJson() {}

    /** The event on one line. */
    public static String write(TextEvent event) {
        return new String(RecordJson.bytes(event), StandardCharsets.UTF_8);
    }

    /**
     * The event that such an object holds.
     *
     * @throws IllegalArgumentException where it holds none; the message names the field and quotes nothing
     */
    public static TextEvent read(String json) {
        return event(tree(json));
    }

    /** The JSON object, or an exception that says where it ceases to be one. */
    public static JsonNode tree(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("the JSON is not an object");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "not valid JSON (or a field twice, or nested more than " + DEEPEST + " deep)" + near(malformed));
        }
    }

    // Jackson's own message quotes the text; a limit that was passed has no place.
    static String near(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null ? "" : " near character " + place.getCharOffset();
    }

    /** The event that the fields of an object make. */
    public static TextEvent event(JsonNode fields) {
        return new TextEvent(
                name(fields, "id"),
                name(fields, "source"),
                text(fields),
                time(fields),
                string(fields, "language"),
                string(fields, "domain"),
                attributes(fields));
    }

    private static String text(JsonNode fields) {
        String text = string(fields, "text");
        if (text == null) {
            throw new IllegalArgumentException("the JSON object has no field text");
        }
        return text;
    }

    private static String name(JsonNode fields, String field) {
        JsonNode value = fields.path(field);
        return value.isIntegralNumber() ? value.asText() : string(fields, field);
    }

    private static String string(JsonNode fields, String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field, "a string");
        }
        return value.textValue();
    }

    private static Instant time(JsonNode fields) {
        JsonNode value = fields.path("created_at");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return Instant.ofEpochMilli(nearestLong(value.bigIntegerValue()));
        }
        if (value.isTextual()) {
            return iso(value.textValue());
        }
        throw wrongTime();
    }

    /** A number too large for a time is a far one, and no reason not to judge the text. */
    private static long nearestLong(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static Instant iso(String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            Instant time = parsed instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return Instant.ofEpochMilli(TimeRange.millis(time));
        } catch (DateTimeException notATime) {
            throw wrongTime();
        }
    }

    private static Map<String, String> attributes(JsonNode fields) {
        JsonNode value = fields.path("attributes");
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw wrong("attributes", "an object");
        }
        var attributes = new LinkedHashMap<String, String>();
        value.properties().forEach(entry -> {
            JsonNode item = entry.getValue();
            if (!item.isNull()) {
                attributes.put(entry.getKey(), item.isTextual() ? item.textValue() : item.toString());
            }
        });
        return attributes;
    }

    private static IllegalArgumentException wrongTime() {
        return wrong("created_at", "milliseconds since 1970 or ISO 8601");
    }

    private static IllegalArgumentException wrong(String field, String wanted) {
        return new IllegalArgumentException("field " + field + " must be " + wanted);
    }
}
