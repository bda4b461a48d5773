package dev.assay.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/**
 * A registry inside this JVM: {@code mock://NAME} is the same one for everybody who says that name. Its rule is BACKWARD for
 * subjects without one of their own.
 */
final class MockRegistry implements SchemaRegistry {
    private static final ConcurrentMap<String, MockRegistry> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final List<Schema> schemas = new ArrayList<>(); // index = id − 1
    private final Map<String, List<RegisteredSchema>> subjects = new LinkedHashMap<>();
    private final Map<String, CompatibilityRule> rules = new HashMap<>();

    private MockRegistry(String name) {
        this.name = name;
    }

    static MockRegistry named(String name) {
        return BY_NAME.computeIfAbsent(name, MockRegistry::new);
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        for (var version : versions) {
            if (version.schema().equals(schema)) {
                return version.id();
            }
        }
        if (!isCompatible(subject, schema)) {
            throw new RefusedSchemaException("mock://" + name + " refused the schema for " + subject
                    + " under its rule " + rule(subject) + ": give new fields defaults");
        }
        versions.add(new RegisteredSchema(subject, idOf(schema), versions.size() + 1, schema));
        return versions.get(versions.size() - 1).id();
    }

    @Override
    public synchronized RegisteredSchema lookUp(String subject, Schema schema) {
        return held(subject).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> unknown("schema of this program under subject " + subject));
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw unknown("schema id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Schema byGuid(UUID guid) {
        return schemas.stream()
                .filter(schema -> guidOf(schema).equals(guid))
                .findFirst()
                .orElseThrow(() -> unknown("schema GUID " + guid));
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<RegisteredSchema> versions = held(subject);
        if (versions.isEmpty()) {
            throw unknown("subject " + subject);
        }
        return versions.get(versions.size() - 1);
    }

    @Override
    public synchronized boolean isCompatible(String subject, Schema schema) {
        return rule(subject)
                .allows(
                        schema,
                        held(subject).stream().map(RegisteredSchema::schema).toList());
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return held(subject).stream().map(RegisteredSchema::version).toList();
    }

    @Override
    public synchronized CompatibilityRule rule(String subject) {
        return rules.getOrDefault(subject, CompatibilityRule.BACKWARD);
    }

    @Override
    public synchronized void setRule(String subject, CompatibilityRule rule) {
        rules.put(subject, rule);
    }

    /** Nothing to release: others may share it. */
    @Override
    public void close() {}

    static UUID guidOf(Schema schema) {
        return UUID.nameUUIDFromBytes(SchemaText.of(schema).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private int idOf(Schema schema) {
        int at = schemas.indexOf(schema);
        if (at < 0) {
            schemas.add(schema);
            return schemas.size();
        }
        return at + 1;
    }

    private List<RegisteredSchema> held(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private UnknownSchemaException unknown(String what) {
        return new UnknownSchemaException("mock://" + name + " has no " + what);
    }
}
