package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Any of our records as JSON, field by field in the schema's order: null where there is no value, times in ISO 8601
 * (outside years 1 to 9999 in milliseconds since 1970),
 * doubles so that they read back to the same bits, bytes in Base64. Reading ignores fields that the schema does not have, fills absent
 * ones with their defaults and takes an enum's default for a symbol it does not know, as Avro does.
 */
final class RecordJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper(FACTORY);
    private static final int USUAL_BYTES = 4096;
    private static final Map<String, SerializableString> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 1000;
    private static final SpecificData DATA = TrustedRecords.data();

    private RecordJson() {}

    /** What writes one JSON value. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    /** A record as UTF-8. */
    static byte[] bytes(IndexedRecord row) {
        return bytes(out -> write(row, out));
    }

    /** What a writer writes as UTF-8: straight into bytes, since a tree in between takes most of the time. */
    static byte[] bytes(Writer writer) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** A value of a record: null, a scalar, a record, a map or a list. */
    static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Number || value instanceof String) {
            scalar(value, out); // first: to find that a class lacks an interface takes the JVM long
        } else if (value instanceof Enum<?> symbol) {
            out.writeString(known(symbol.name()));
        } else if (value instanceof IndexedRecord row) {
            out.writeStartObject();
            for (var field : row.getSchema().getFields()) {
                out.writeFieldName(known(field.name()));
                write(row.get(field.pos()), out);
            }
            out.writeEndObject();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (var entry : map.entrySet()) {
                out.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (var item : list) {
                write(item, out);
            }
            out.writeEndArray();
        } else {
            scalar(value, out);
        }
    }

    /** One of the few names that every record repeats, as bytes from its second use on. */
    static SerializableString known(String name) {
        SerializableString known = KNOWN.get(name);
        if (known == null) {
            known = new SerializedString(name);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(name, known);
            }
        }
        return known;
    }

    private static void scalar(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Double number && Double.isFinite(number)) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof ByteBuffer bytes) {
            base64(bytes.duplicate(), out);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes); // a field's default
        } else if (value == null || value == JsonProperties.NULL_VALUE || value instanceof Double) {
            out.writeNull(); // JSON has no infinities; a score that is not finite is undefined
        } else if (value instanceof Instant time && !TimeRange.holds(time)) {
            out.writeNumber(TimeRange.millis(time)); // ISO 8601 has no agreed way to write it
        } else {
            out.writeString(value.toString());
        }
    }

    private static void base64(ByteBuffer bytes, JsonGenerator out) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.writeBinary(copy);
    }

    /** A field's default as a tree. */
    private static JsonNode tree(Object value) {
        try (var tokens = new TokenBuffer(JSON, false)) {
            write(value, tokens);
            return JSON.readTree(tokens.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** @throws IllegalArgumentException naming the field whose value is of another type */
    static <T extends IndexedRecord> T read(Schema schema, JsonNode object, Class<T> type) {
        return type.cast(value(schema, object, schema.getName()));
    }

    private static Object value(Schema schema, JsonNode node, String path) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() ? null : value(schema.getTypes().get(1), node, path);
            case RECORD -> row(schema, node, path);
            case MAP -> map(schema, node, path);
            case ARRAY -> list(schema, node, path);
            case ENUM -> symbol(schema, checked(node.isTextual(), node, path).asText());
            case BYTES -> bytes(checked(node.isTextual(), node, path), path);
            case STRING -> checked(node.isTextual(), node, path).asText();
            case BOOLEAN -> checked(node.isBoolean(), node, path).booleanValue();
            case INT ->
                checked(node.isIntegralNumber() && node.canConvertToInt(), node, path)
                        .intValue();
            case LONG -> whole(schema, node, path);
            case DOUBLE -> checked(node.isNumber(), node, path).doubleValue();
            default -> throw new IllegalStateException(path + " has a type that our records do not use");
        };
    }

    private static IndexedRecord row(Schema schema, JsonNode node, String path) {
        checked(node.isObject(), node, path);
        var row = (IndexedRecord) DATA.newRecord(null, schema);
        for (var field : schema.getFields()) {
            JsonNode value = node.has(field.name()) ? node.get(field.name()) : tree(field.defaultVal());
            row.put(field.pos(), value(field.schema(), value, path + "." + field.name()));
        }
        return row;
    }

    private static Map<String, Object> map(Schema schema, JsonNode node, String path) {
        checked(node.isObject(), node, path);
        var map = new LinkedHashMap<String, Object>();
        node.properties()
                .forEach(entry -> map.put(
                        entry.getKey(), value(schema.getValueType(), entry.getValue(), path + "." + entry.getKey())));
        return map;
    }

    private static List<Object> list(Schema schema, JsonNode node, String path) {
        checked(node.isArray(), node, path);
        var list = new ArrayList<>();
        node.forEach(item -> list.add(value(schema.getElementType(), item, path + "[" + list.size() + "]")));
        return list;
    }

    private static Object symbol(Schema schema, String symbol) {
        return DATA.createEnum(schema.hasEnumSymbol(symbol) ? symbol : schema.getEnumDefault(), schema);
    }

    private static Object whole(Schema schema, JsonNode node, String path) {
        if (schema.getLogicalType() == null) {
            return checked(node.isIntegralNumber() && node.canConvertToLong(), node, path)
                    .longValue();
        }
        return time(node, path);
    }

    private static ByteBuffer bytes(JsonNode node, String path) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(node.asText()));
        } catch (IllegalArgumentException notBase64) {
            throw wrong(path, "bytes in Base64");
        }
    }

    private static Instant time(JsonNode node, String path) {
        try {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Instant.ofEpochMilli(node.longValue())
                    : Instant.ofEpochMilli(TimeRange.millis(Instant.parse(node.asText())));
        } catch (DateTimeParseException notATime) {
            throw wrong(path, "a time in ISO 8601 or milliseconds");
        }
    }

    private static JsonNode checked(boolean right, JsonNode node, String path) {
        if (!right) {
            throw wrong(path, "of another type than " + node.getNodeType());
        }
        return node;
    }

    private static IllegalArgumentException wrong(String path, String wanted) {
        return new IllegalArgumentException(path + " must be " + wanted);
    }
}
