package dev.assay.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A verdict as one JSON object, the same on a topic and from {@code assay score}. It is the record field by field, but
 * easier to read: {@code id} stands first (and again as {@code event_id}), questions are in lower case, {@code scores}
 * gives each detector a number or null, and what a higher number means is in {@code directions} beside it.
 */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private VerdictJson() {}

    /** The verdict on one line. */
    public static String write(Verdict verdict) {
        return toNode(verdict).toString();
    }

    /** The verdict as a tree. */
    public static ObjectNode toNode(Verdict verdict) {
        ObjectNode object = JSON.createObjectNode().put("id", verdict.getEventId());
        RecordJson.write(verdict).properties().forEach(field -> {
            switch (field.getKey()) {
                case "questions" -> object.set("questions", lowerCase(field.getValue()));
                case "scores" -> {
                    object.set("scores", each(field.getValue(), "value"));
                    object.set("directions", each(field.getValue(), "direction"));
                }
                default -> object.set(field.getKey(), field.getValue());
            }
        });
        return object;
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

    private static ObjectNode lowerCase(JsonNode questions) {
        ObjectNode object = JSON.createObjectNode();
        questions.properties().forEach(q -> object.set(q.getKey().toLowerCase(Locale.ROOT), q.getValue()));
        return object;
    }

    private static ObjectNode upperCase(JsonNode questions) {
        ObjectNode object = JSON.createObjectNode();
        questions.properties().forEach(q -> object.set(q.getKey().toUpperCase(Locale.ROOT), q.getValue()));
        return object;
    }

    private static ObjectNode each(JsonNode scores, String field) {
        ObjectNode object = JSON.createObjectNode();
        scores.properties()
                .forEach(score -> object.set(score.getKey(), score.getValue().get(field)));
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
