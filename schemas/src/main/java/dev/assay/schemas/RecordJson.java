package dev.assay.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Any of our records as JSON, field by field in the schema's order: null where there is no value, times in ISO 8601,
 * doubles so that they read back to the same bits, bytes in Base64. Reading ignores fields that the schema does not have, fills absent
 * ones with their defaults and takes an enum's default for a symbol it does not know, as Avro does.
 */
final class RecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final SpecificData DATA = TrustedRecords.data();

    private RecordJson() {}

    static ObjectNode write(IndexedRecord row) {
        ObjectNode object = NODES.objectNode();
        for (var field : row.getSchema().getFields()) {
            object.set(field.name(), node(row.get(field.pos())));
        }
        return object;
    }

    private static JsonNode node(Object value) {
        if (value instanceof IndexedRecord row) {
            return write(row);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(key.toString(), node(item)));
            return object;
        }
        if (value instanceof List<?> list) {
            var array = NODES.arrayNode(list.size());
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Double number) {
            // JSON has no infinities; a score that is not finite is undefined.
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof ByteBuffer bytes) {
            return base64(bytes.duplicate());
        }
        if (value instanceof byte[] bytes) {
            return base64(ByteBuffer.wrap(bytes)); // a field's default
        }
        return value == null || value == JsonProperties.NULL_VALUE
                ? NODES.nullNode()
                : NODES.textNode(value.toString());
    }

    private static JsonNode base64(ByteBuffer bytes) {
        return NODES.textNode(StandardCharsets.US_ASCII
                .decode(Base64.getEncoder().encode(bytes))
                .toString());
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
            JsonNode value = node.has(field.name()) ? node.get(field.name()) : node(field.defaultVal());
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
            return node.isIntegralNumber() ? Instant.ofEpochMilli(node.longValue()) : Instant.parse(node.asText());
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
