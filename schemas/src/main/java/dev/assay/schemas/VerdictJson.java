package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict as one JSON object, the same on a topic and from {@code assay score}. It is the record field by field, but
 * easier to read: {@code id} stands first (and again as {@code event_id}), questions are in lower case, {@code scores}
 * gives each detector a number or null, and what a higher number means is in {@code directions} beside it.
 *
 * <p>A provenance must not be changed once a verdict with it has been written.
 */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Half of a verdict is its provenance, and a run has one: it is written once. */
    private static volatile Written lastProvenance;

    private record Written(Provenance provenance, SerializableString json) {}

    private VerdictJson() {}

    /** The verdict on one line. */
    public static String write(Verdict verdict) {
        return new String(bytes(verdict), StandardCharsets.UTF_8);
    }

    /** The verdict on one line, in UTF-8. */
    public static byte[] bytes(Verdict verdict) {
        return RecordJson.bytes(out -> write(verdict, out));
    }

    /** The verdict as a tree. */
    public static ObjectNode toNode(Verdict verdict) {
        try {
            return (ObjectNode) JSON.readTree(bytes(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was written here
        }
    }

    private static void write(Verdict verdict, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", verdict.getEventId());
        for (var field : Verdict.getClassSchema().getFields()) {
            switch (field.name()) {
                case "questions" -> writeQuestions(verdict.getQuestions(), out);
                case "scores" -> writeScores(verdict.getScores(), out);
                case "provenance" -> writeProvenance(verdict.getProvenance(), out);
                default -> {
                    out.writeFieldName(RecordJson.known(field.name()));
                    RecordJson.write(verdict.get(field.pos()), out);
                }
            }
        }
        out.writeEndObject();
    }

    private static void writeProvenance(Provenance provenance, JsonGenerator out) throws IOException {
        Written known = lastProvenance;
        if (known == null || !known.provenance().equals(provenance)) {
            known = new Written(
                    provenance, new SerializedString(new String(RecordJson.bytes(provenance), StandardCharsets.UTF_8)));
            lastProvenance = known;
        }
        out.writeFieldName("provenance");
        out.writeRawValue(known.json());
    }

    private static void writeQuestions(Map<String, Answer> questions, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("questions");
        for (var question : questions.entrySet()) {
            out.writeFieldName(question.getKey().toLowerCase(Locale.ROOT));
            RecordJson.write(question.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void writeScores(Map<String, ScoreValue> scores, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("scores");
        for (var score : scores.entrySet()) {
            out.writeFieldName(RecordJson.known(score.getKey()));
            RecordJson.write(score.getValue().getValue(), out);
        }
        out.writeEndObject();
        out.writeObjectFieldStart("directions");
        for (var score : scores.entrySet()) {
            out.writeFieldName(RecordJson.known(score.getKey()));
            RecordJson.write(score.getValue().getDirection(), out);
        }
        out.writeEndObject();
    }

    /**
     * The verdict that such a line holds.
     *
     * @throws IllegalArgumentException where it holds none; the message names the field
     */
    public static Verdict read(String json) {
        try {
            return fromNode(JSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not valid JSON" + TextEventJson.near(malformed));
        }
    }

    /** The verdict that such a tree holds, or one with the record's own form of {@code scores}; the tree is left as it is. */
    public static Verdict fromNode(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("a verdict must be a JSON object");
        }
        ObjectNode row = ((ObjectNode) node).deepCopy();
        if (!row.has("event_id") && row.has("id")) {
            row.set("event_id", row.get("id"));
        }
        if (row.path("questions").isObject()) {
            row.set("questions", upperCase(row.get("questions")));
        }
        if (row.path("scores").isObject()) {
            row.set("scores", joined(row.get("scores"), row.path("directions")));
        }
        return RecordJson.read(Verdict.getClassSchema(), row, Verdict.class);
    }

    private static ObjectNode upperCase(JsonNode questions) {
        ObjectNode object = JSON.createObjectNode();
        questions.properties().forEach(q -> object.set(q.getKey().toUpperCase(Locale.ROOT), q.getValue()));
        return object;
    }

    private static ObjectNode joined(JsonNode values, JsonNode directions) {
        ObjectNode object = JSON.createObjectNode();
        values.properties().forEach(score -> {
            if (score.getValue().isObject()) {
                object.set(score.getKey(), score.getValue());
                return;
            }
            ObjectNode joined = object.putObject(score.getKey());
            joined.set("value", score.getValue());
            if (directions.has(score.getKey())) {
                joined.set("direction", directions.get(score.getKey()));
            }
        });
        return object;
    }
}
