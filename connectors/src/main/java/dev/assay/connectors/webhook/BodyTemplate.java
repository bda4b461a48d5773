package dev.assay.connectors.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON with placeholders. A string that is one placeholder becomes the value there, whatever its type; in a longer string the
 * value's text is put in. A field of an object whose placeholder finds nothing is left out.
 */
final class BodyTemplate {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final JsonNode template;

    private BodyTemplate(JsonNode template) {
        this.template = template;
    }

    /** @throws IllegalArgumentException where it is no JSON */
    static BodyTemplate parse(String json) {
        try {
            return new BodyTemplate(JSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("it is no JSON; placeholders stand inside quotes, as in \"${id}\"");
        }
    }

    static BodyTemplate of(WebhookSinkConfig config) {
        return switch (config.getString(WebhookSinkConfig.BODY)) {
            case WebhookSinkConfig.COOP_BODY -> coop(config);
            case WebhookSinkConfig.TEMPLATE_BODY -> parse(config.getString(WebhookSinkConfig.TEMPLATE));
            default -> new BodyTemplate(NODES.textNode("${.}"));
        };
    }

    /** What Coop's {@code POST /api/v1/items/async/} takes: items with id, type and data. */
    private static BodyTemplate coop(WebhookSinkConfig config) {
        ObjectNode body = NODES.objectNode();
        ObjectNode item = body.putArray("items").addObject();
        item.put("id", "${id}");
        item.put("typeId", config.getString(WebhookSinkConfig.COOP_TYPE));
        item.set("data", parse(config.getString(WebhookSinkConfig.COOP_DATA)).template);
        return new BodyTemplate(body);
    }

    /** The body, UTF-8. */
    byte[] fill(ObjectNode verdict) {
        return fill(template, verdict).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode fill(JsonNode part, ObjectNode verdict) {
        if (part.isObject()) {
            ObjectNode filled = NODES.objectNode();
            part.properties().forEach(field -> {
                JsonNode value = fill(field.getValue(), verdict);
                if (!value.isNull()) {
                    filled.set(field.getKey(), value);
                }
            });
            return filled;
        }
        if (part.isArray()) {
            ArrayNode filled = NODES.arrayNode();
            part.forEach(item -> filled.add(fill(item, verdict)));
            return filled;
        }
        return part.isTextual() ? text(part, verdict) : part;
    }

    private static JsonNode text(JsonNode part, ObjectNode verdict) {
        Matcher placeholder = PLACEHOLDER.matcher(part.textValue());
        if (placeholder.matches()) {
            return at(placeholder.group(1), verdict);
        }
        return NODES.textNode(placeholder.reset().replaceAll(found -> {
            JsonNode value = at(found.group(1), verdict);
            String text = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
            return Matcher.quoteReplacement(text);
        }));
    }

    /** What stands at a path; null where nothing does. */
    private static JsonNode at(String path, ObjectNode verdict) {
        if (path.equals(".")) {
            return verdict;
        }
        JsonNode node = verdict;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isMissingNode() ? NODES.nullNode() : node;
    }
}
