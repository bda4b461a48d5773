package dev.assay.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.schemas.registry.RegistryHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/** Confluent's HTTP interface, as Confluent, Karapace and Apicurio speak it. */
final class HttpRegistry implements SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST_REFERENCE = 16;
    private static final int MOST_REFERENCES = 100;

    private final RegistryHttp http;
    /** Path of the last schema that was read by its id; null before the first. */
    private volatile String lastRead;

    HttpRegistry(RegistryHttp http) {
        this.http = http;
    }

    @Override
    public int register(String subject, Schema schema) {
        String what = "registering a schema for subject " + subject;
        Answer answer = http.post("/subjects/" + encoded(subject) + "/versions", asked(schema), what);
        return id(checked(answer, what), what);
    }

    @Override
    public RegisteredSchema lookUp(String subject, Schema schema) {
        String what = "the program's schema under subject " + subject;
        Answer answer = checked(http.post("/subjects/" + encoded(subject), asked(schema), what), what);
        return new RegisteredSchema(
                subject, id(answer, what), answer.body().path("version").asInt(), schema);
    }

    @Override
    public Schema byId(int id) {
        String path = "/schemas/ids/" + id;
        String what = "schema id " + id;
        Schema schema = ofRecord(() -> found(http.get(path, what), what), what);
        lastRead = path;
        return schema;
    }

    @Override
    public Schema byGuid(UUID guid) {
        String what = "schema GUID " + guid;
        return ofRecord(() -> found(http.getIfOffered("/schemas/guids/" + guid, what), what), what);
    }

    /**
     * What an id leads to that a record named. A registry that fails at it, but answers otherwise, is well: the id is at fault, and it
     * would be again after a restart. One that answers nothing, or takes no request of this user, is not.
     */
    private Schema ofRecord(Supplier<Schema> ask, String what) {
        try {
            return ask.get();
        } catch (UnknownSchemaException ofId) {
            throw ofId;
        } catch (RegistryException fault) {
            requireOtherAnswers(fault);
        }
        http.restLongest(what);
        try {
            return ask.get(); // a registry may stumble; one that stumbles twice at the same place has a hole there
        } catch (UnknownSchemaException ofId) {
            throw ofId;
        } catch (RegistryException fault) {
            requireOtherAnswers(fault);
            throw new UnknownSchemaException(
                    fault.getMessage() + "; it answers other questions, so this one is at fault");
        }
    }

    private void requireOtherAnswers(RegistryException fault) {
        String known = lastRead;
        if (!http.answers(known == null ? "/subjects" : known)) {
            throw fault;
        }
    }

    @Override
    public RegisteredSchema latest(String subject) {
        String what = "the newest version of subject " + subject;
        Answer answer = checked(http.get("/subjects/" + encoded(subject) + "/versions/latest", what), what);
        return new RegisteredSchema(
                subject, id(answer, what), answer.body().path("version").asInt(), schema(answer, what));
    }

    @Override
    public List<Integer> versions(String subject) {
        String what = "the versions of subject " + subject;
        try {
            Answer answer = checked(http.getList("/subjects/" + encoded(subject) + "/versions", what), what);
            return StreamSupport.stream(answer.body().spliterator(), false)
                    .map(JsonNode::asInt)
                    .sorted()
                    .toList();
        } catch (UnknownSchemaException noSubject) {
            return List.of();
        }
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        // One version a question: that much every registry offers.
        List<Integer> versions = versions(subject);
        int first = versions.isEmpty() || rule(subject).isTransitive() ? 0 : versions.size() - 1;
        return versions.subList(first, versions.size()).stream()
                .allMatch(version -> isCompatible(subject, version, schema));
    }

    private boolean isCompatible(String subject, int version, Schema schema) {
        String what = "compatibility with version " + version + " of subject " + subject;
        String path = "/compatibility/subjects/" + encoded(subject) + "/versions/" + version;
        Answer answer = checked(http.post(path, asked(schema), what), what);
        return answer.body().path("is_compatible").asBoolean(false);
    }

    @Override
    public CompatibilityRule rule(String subject) {
        try {
            return rule("/config/" + encoded(subject), "the rule of subject " + subject);
        } catch (UnknownSchemaException noRuleOfItsOwn) {
            return rule("/config", "its rule for every subject");
        }
    }

    private CompatibilityRule rule(String path, String what) {
        Answer answer = checked(http.get(path, what), what);
        // What is set as "compatibility" is read as "compatibilityLevel", but not in every registry.
        JsonNode level = answer.body().path("compatibilityLevel");
        String name = level.asText(answer.body().path("compatibility").asText());
        try {
            return CompatibilityRule.valueOf(name);
        } catch (IllegalArgumentException foreign) {
            throw new RegistryException("schema registry " + answer.from() + " gave no rule that is known for " + what
                    + ": set one of " + List.of(CompatibilityRule.values()));
        }
    }

    @Override
    public void setRule(String subject, CompatibilityRule rule) {
        String what = "giving subject " + subject + " the rule " + rule;
        checked(
                http.put(
                        "/config/" + encoded(subject), JSON.createObjectNode().put("compatibility", rule.name()), what),
                what);
    }

    @Override
    public void close() {
        http.close();
    }

    /** Turns an error answer into the exception that says whose fault it is. */
    private static Answer checked(Answer answer, String what) {
        if (answer.isSuccess()) {
            return answer;
        }
        String said = "schema registry " + answer.from() + " answered " + answer.code() + " for " + what;
        if (answer.status() == 404) {
            throw new UnknownSchemaException(said + ": it has no such thing");
        }
        if (answer.status() == 409 || answer.status() == 422) {
            throw new RefusedSchemaException(said + ": "
                    + (answer.status() == 409
                            ? "not compatible with the versions there, under the subject's rule"
                            : "it takes the schema or the request for invalid"));
        }
        throw new RegistryException(said + ": check setting " + RegistrySettings.URL);
    }

    private static ObjectNode asked(Schema schema) {
        return JSON.createObjectNode().put("schema", SchemaText.of(schema));
    }

    // Some registries give ids as text.
    private static int id(Answer answer, String what) {
        long id = answer.body().path("id").asLong(-1);
        if (id < 0 || id > Integer.MAX_VALUE) {
            throw new RegistryException("schema registry " + answer.from() + " gave no usable id for " + what
                    + ": ids must lie below 2^31 (for Apicurio, use content ids)");
        }
        return (int) id;
    }

    // An id comes from a record, so that a registry that finds it malformed has answered about the record.
    private Schema found(Answer answer, String what) {
        if (answer.status() == 400 || answer.status() == 422) {
            throw new UnknownSchemaException(
                    "schema registry " + answer.from() + " answered " + answer.code() + " for " + what);
        }
        return schema(checked(answer, what), what);
    }

    private Schema schema(Answer answer, String what) {
        Map<String, Schema> known = new LinkedHashMap<>();
        references(answer.body(), known, 0);
        return parsed(answer, known, what);
    }

    // Asked with deleted versions: records that name them are still there.
    private Answer version(JsonNode reference) {
        String subject = reference.path("subject").asText();
        int version = reference.path("version").asInt();
        String what = "version " + version + " of subject " + subject;
        String path = "/subjects/" + encoded(subject) + "/versions/" + version + "?deleted=true";
        return checked(http.get(path, what), what);
    }

    private void references(JsonNode body, Map<String, Schema> known, int depth) {
        if (depth > DEEPEST_REFERENCE) {
            throw new UnknownSchemaException("schema references are nested more than " + DEEPEST_REFERENCE + " deep");
        }
        for (var reference : body.path("references")) {
            String name = reference.path("name").asText();
            if (!known.containsKey(name)) {
                Answer answer = version(reference);
                references(answer.body(), known, depth + 1);
                known.put(name, parsed(answer, known, "reference " + name));
                if (known.size() > MOST_REFERENCES) {
                    throw new UnknownSchemaException("the schema refers to more than " + MOST_REFERENCES + " others");
                }
            }
        }
    }

    private static Schema parsed(Answer answer, Map<String, Schema> known, String what) {
        // Left out for Avro by most registries, so that its absence says AVRO.
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(what + " is a " + type + " schema in " + answer.from() + ", not Avro");
        }
        JsonNode schema = answer.body().path("schema");
        String text = schema.isTextual() ? schema.asText() : schema.toString();
        try {
            return ForeignSchema.parse(text, known.values());
        } catch (IllegalArgumentException unusable) {
            throw new UnknownSchemaException(what + " in " + answer.from() + " " + unusable.getMessage());
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
