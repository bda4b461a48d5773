package dev.assay.connectors;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/**
 * A text event before a converter has seen it. With a schema it becomes what an Avro converter writes as {@code TextEvent};
 * without one, a map that a JSON converter writes as the JSON object that Assay reads.
 *
 * @param id identity, or null
 * @param source author, channel or feed, or null
 * @param text the text
 * @param createdAt milliseconds since 1970, or null
 * @param language ISO 639-1 code, or null
 * @param domain kind of text, or null
 * @param attributes whatever else
 */
public record TextEventShape(
        String id,
        String source,
        String text,
        Long createdAt,
        String language,
        String domain,
        Map<String, String> attributes) {

    /** Its name is that of the Avro record. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("dev.assay.schemas.TextEvent")
            .field("id", Schema.OPTIONAL_STRING_SCHEMA)
            .field("source", Schema.OPTIONAL_STRING_SCHEMA)
            .field("text", SchemaBuilder.string().defaultValue("").build())
            .field("created_at", Timestamp.builder().optional().build())
            .field("language", Schema.OPTIONAL_STRING_SCHEMA)
            .field("domain", Schema.OPTIONAL_STRING_SCHEMA)
            .field(
                    "attributes",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                            .defaultValue(Map.of())
                            .build())
            .build();

    /** The same event under another identity. */
    public TextEventShape withId(String other) {
        return new TextEventShape(other, source, text, createdAt, language, domain, attributes);
    }

    /** The same event with other attributes. */
    public TextEventShape withAttributes(Map<String, String> others) {
        return new TextEventShape(id, source, text, createdAt, language, domain, others);
    }

    /** With a schema. */
    @SuppressWarnings("JavaUtilDate") // Connect's type for times
    public Struct toStruct() {
        return new Struct(SCHEMA)
                .put("id", id)
                .put("source", source)
                .put("text", text)
                .put("created_at", createdAt == null ? null : new Date(createdAt))
                .put("language", language)
                .put("domain", domain)
                .put("attributes", attributes);
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", id);
        map.put("source", source);
        map.put("text", text);
        map.put("created_at", createdAt);
        map.put("language", language);
        map.put("domain", domain);
        map.put("attributes", attributes);
        return map;
    }
}
