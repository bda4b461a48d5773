package dev.assay.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.apache.avro.Schema;

/** Schemas as text, the way every client of a registry should see them. */
public final class SchemaText {
    // What Avro's code generator notes for itself; other languages have no use for it.
    private static final Set<String> JAVA_ONLY =
            Set.of("avro.java.string", "java-class", "java-key-class", "java-element-class");
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaText() {}

    /** The schema with documentation and defaults, without notes for Java's code generator. */
    public static String of(Schema schema) {
        try {
            return JSON.writeValueAsString(stripped(JSON.readTree(schema.toString())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Avro printed a schema that is not JSON", impossible);
        }
    }

    /** The same schema without those notes. */
    public static Schema portable(Schema schema) {
        return new Schema.Parser().parse(of(schema));
    }

    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_ONLY);
            // {"type": "string"} and "string" are one schema; the short form is what a person writes.
            if (object.size() == 1 && object.get("type") instanceof TextNode type) {
                return type;
            }
            object.properties()
                    .forEach(field ->
                            field.setValue(untouched(field.getKey()) ? field.getValue() : stripped(field.getValue())));
        } else if (node.isArray()) {
            var array = (com.fasterxml.jackson.databind.node.ArrayNode) node;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, stripped(array.get(i)));
            }
        }
        return node;
    }

    // Defaults are data: an object in one is no schema.
    private static boolean untouched(String field) {
        return field.equals("default");
    }
}
