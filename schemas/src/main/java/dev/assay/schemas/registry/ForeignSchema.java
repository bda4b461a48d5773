package dev.assay.schemas.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Schemas of writers that we do not know. Defaults that fit no field and names that Avro forbids do not matter to a reader, who resolves by
 * fields and never uses a writer's default; other languages write both. What a schema unfolds to does matter: Avro's reader
 * spells out each record wherever it is named, so that thirty records that name the next one twice would be a billion.
 */
final class ForeignSchema {
    private static final int MOST_PARTS = 100_000;

    private final IdentityHashMap<Schema, Integer> known = new IdentityHashMap<>();
    private final Set<Schema> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private ForeignSchema() {}

    /**
     * Parses one.
     *
     * @param others named types that it refers to
     * @throws IllegalArgumentException saying what it is that cannot be used, to be read after a name of the schema
     */
    static Schema parse(String text, Collection<Schema> others) {
        int parts;
        Schema schema;
        try {
            var parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
            parser.addTypes(others);
            schema = parser.parse(text);
            parts = new ForeignSchema().parts(schema);
        } catch (RuntimeException | StackOverflowError unparsable) { // whatever it is, it is the text's doing
            throw new IllegalArgumentException("is not a schema that Avro can parse");
        }
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException("unfolds to more than " + MOST_PARTS + " parts");
        }
        return schema;
    }

    /** Parts that it unfolds to; a record within itself is one. */
    private int parts(Schema schema) {
        Integer before = known.get(schema);
        if (before != null) {
            return before;
        }
        if (!open.add(schema)) {
            return 1;
        }
        int parts = 1;
        for (Schema inner : inner(schema)) {
            parts = Math.min(MOST_PARTS + 1, parts + parts(inner));
        }
        open.remove(schema);
        known.put(schema, parts);
        return parts;
    }

    private static List<Schema> inner(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case UNION -> schema.getTypes();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            default -> List.of();
        };
    }
}
