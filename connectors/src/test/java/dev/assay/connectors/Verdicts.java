package dev.assay.connectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.Answer;
import dev.assay.schemas.Decision;
import dev.assay.schemas.Direction;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Verdicts in the forms in which converters deliver them. */
@SuppressWarnings("JavaUtilDate") // Connect's type for times
public final class Verdicts {
    private Verdicts() {}

    /** A verdict on whether a machine wrote a text. */
    public static Verdict verdict(String id, Decision decision) {
        Answer answer = Answer.newBuilder()
                .setDecision(decision)
                .setPValue(0.002)
                .setDetector("bits-per-byte")
                .build();
        return Verdict.newBuilder()
                .setEventId(id)
                .setSource("ann")
                .setCreatedAt(Instant.parse("2024-05-06T07:08:09Z"))
                .setDecidedAt(Instant.parse("2024-05-06T07:08:10Z"))
                .setQuestions(Map.of("MACHINE", answer))
                .setScores(Map.of("bits-per-byte", new ScoreValue(0.7, Direction.HIGHER_MEANS_MACHINE)))
                .build();
    }

    /** As text. */
    public static String json(String id, Decision decision) {
        return VerdictJson.write(verdict(id, decision));
    }

    /** As Connect's JSON converter delivers it without schemas. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(String id, Decision decision) {
        return new ObjectMapper().convertValue(VerdictJson.toNode(verdict(id, decision)), HashMap.class);
    }

    /** As an Avro converter delivers it: records are structs, enums strings, times dates. */
    public static Struct struct(String id, Decision decision) {
        Verdict verdict = verdict(id, decision);
        return (Struct) value(verdict.getSchema(), schema(verdict.getSchema()), verdict);
    }

    private static Schema schema(org.apache.avro.Schema avro) {
        return switch (avro.getType()) {
            case RECORD -> {
                SchemaBuilder struct = SchemaBuilder.struct().name(avro.getFullName());
                avro.getFields().forEach(field -> struct.field(field.name(), schema(field.schema())));
                yield struct.optional().build();
            }
            case MAP ->
                SchemaBuilder.map(Schema.STRING_SCHEMA, schema(avro.getValueType()))
                        .build();
            case ARRAY -> SchemaBuilder.array(schema(avro.getElementType())).build();
            case UNION -> schema(avro.getTypes().get(1));
            case LONG ->
                avro.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Timestamp.builder().optional().build()
                        : Schema.OPTIONAL_INT64_SCHEMA;
            case INT -> Schema.OPTIONAL_INT32_SCHEMA;
            case DOUBLE -> Schema.OPTIONAL_FLOAT64_SCHEMA;
            case BOOLEAN -> Schema.OPTIONAL_BOOLEAN_SCHEMA;
            default -> Schema.OPTIONAL_STRING_SCHEMA;
        };
    }

    private static Object value(org.apache.avro.Schema avro, Schema schema, Object value) {
        if (value instanceof IndexedRecord row) {
            var struct = new Struct(schema);
            row.getSchema()
                    .getFields()
                    .forEach(field -> struct.put(
                            field.name(),
                            value(field.schema(), schema.field(field.name()).schema(), row.get(field.pos()))));
            return struct;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, Object>();
            map.forEach((key, item) -> copy.put(key, value(avro.getValueType(), schema.valueSchema(), item)));
            return copy;
        }
        if (value instanceof Instant time) {
            return Date.from(time);
        }
        return value instanceof Enum<?> symbol ? symbol.name() : value;
    }
}
