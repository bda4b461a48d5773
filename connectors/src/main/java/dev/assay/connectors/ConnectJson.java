package dev.assay.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * Connect's values as plain JSON: dates in ISO 8601, bytes in Base64, null for numbers that are not finite. A verdict, whether
 * an Avro or a JSON converter read it, has the form that {@code assay score} prints.
 */
public final class ConnectJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String VERDICT = Verdict.getClassSchema().getFullName();

    private ConnectJson() {}

    /**
     * The value as JSON.
     *
     * @throws DataException where it is a verdict by name and none by its fields
     */
    @SuppressWarnings("JavaUtilDate") // Connect's type for times
    public static JsonNode of(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Struct struct) {
            return struct(struct);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), of(item)));
            return object;
        }
        if (value instanceof Collection<?> items) {
            var array = NODES.arrayNode(items.size());
            items.forEach(item -> array.add(of(item)));
            return array;
        }
        if (value instanceof Date date) {
            return NODES.textNode(date.toInstant().toString());
        }
        return scalar(value);
    }

    private static JsonNode struct(Struct struct) {
        ObjectNode object = NODES.objectNode();
        for (Field field : struct.schema().fields()) {
            object.set(field.name(), of(struct.get(field)));
        }
        return VERDICT.equals(struct.schema().name()) ? verdict(object) : object;
    }

    /**
     * A verdict in the form that {@code assay score} prints.
     *
     * @param node a verdict in that form, or field by field as Avro has it
     * @throws DataException where it is no verdict
     */
    public static ObjectNode verdict(JsonNode node) {
        if (!node.path("questions").isObject()) {
            throw new DataException("the record is no verdict: it has no field questions");
        }
        try {
            return VerdictJson.toNode(VerdictJson.fromNode(node));
        } catch (IllegalArgumentException wrong) {
            throw new DataException("the record is no verdict: " + wrong.getMessage());
        }
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
        }
        if (value instanceof BigDecimal decimal) {
            return DecimalNode.valueOf(decimal); // with its trailing zeros
        }
        if (value instanceof BigInteger whole) {
            return NODES.numberNode(whole);
        }
        if (value instanceof Number whole) {
            return NODES.numberNode(whole.longValue());
        }
        return bytes(value);
    }

    private static JsonNode bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return NODES.binaryNode(bytes);
        }
        if (value instanceof ByteBuffer buffer) {
            var bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return NODES.binaryNode(bytes);
        }
        throw new DataException("a value of type " + value.getClass().getSimpleName() + " has no form in JSON");
    }
}
