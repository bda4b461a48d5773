package dev.assay.schemas.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A registry inside this JVM: {@code mock://NAME} is the same one for everybody who says that name. It refuses what a
 * registry with its default rule (BACKWARD) refuses.
 */
final class MockRegistry implements SchemaRegistry {
    private static final ConcurrentMap<String, MockRegistry> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final List<Schema> schemas = new ArrayList<>(); // index = id − 1
    private final Map<String, List<RegisteredSchema>> subjects = new LinkedHashMap<>();

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
                    + ": it cannot read records of the newest version; give new fields defaults");
        }
        versions.add(new RegisteredSchema(subject, idOf(schema), versions.size() + 1, schema));
        return versions.get(versions.size() - 1).id();
    }

    @Override
    public synchronized RegisteredSchema lookUp(String subject, Schema schema) {
        return versions(subject).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> unknown("that schema under subject " + subject));
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
        List<RegisteredSchema> versions = versions(subject);
        if (versions.isEmpty()) {
            throw unknown("subject " + subject);
        }
        return versions.get(versions.size() - 1);
    }

    @Override
    public synchronized boolean isCompatible(String subject, Schema schema) {
        List<RegisteredSchema> versions = versions(subject);
        return versions.isEmpty()
                || SchemaCompatibility.checkReaderWriterCompatibility(
                                        schema, latest(subject).schema())
                                .getType()
                        == SchemaCompatibilityType.COMPATIBLE;
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

    private List<RegisteredSchema> versions(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private UnknownSchemaException unknown(String what) {
        return new UnknownSchemaException("mock://" + name + " has no " + what);
    }
}
