package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;

/** What a schema's next version may look like: each record at any depth with one field more or less, each enum with one symbol more. */
final class SchemaVariants {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema;
    private final List<Schema> variants = new ArrayList<>();

    private SchemaVariants(JsonNode schema) {
        this.schema = schema;
    }

    static List<Schema> of(Schema schema) {
        try {
            var all = new SchemaVariants(JSON.readTree(schema.toString()));
            all.vary("");
            return all.variants;
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Varies what stands at that JSON pointer, and all below it. */
    private void vary(String place) {
        JsonNode node = schema.at(place);
        if (node.has("fields")) {
            add(
                    place + "/fields",
                    fields -> fields.addObject()
                            .put("name", "brand_new")
                            .put("type", "int")
                            .put("default", 7));
            for (int i = 0; i < node.get("fields").size(); i++) {
                int field = i;
                add(place + "/fields", fields -> fields.remove(field));
            }
        } else if (node.has("symbols")) {
            add(place + "/symbols", symbols -> symbols.add("BRAND_NEW"));
        }
        node.fieldNames().forEachRemaining(name -> vary(place + "/" + name));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            vary(place + "/" + i);
        }
    }

    private void add(String place, Consumer<ArrayNode> change) {
        JsonNode copy = schema.deepCopy();
        change.accept((ArrayNode) copy.at(place));
        parsed(copy).ifPresent(variants::add);
    }

    /** None where the field that went had defined a type that another one names. */
    private static Optional<Schema> parsed(JsonNode variant) {
        try {
            return Optional.of(new Schema.Parser().parse(variant.toString()));
        } catch (AvroTypeException undefinedName) {
            return Optional.empty();
        }
    }
}
