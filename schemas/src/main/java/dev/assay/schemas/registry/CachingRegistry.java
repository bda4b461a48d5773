package dev.assay.schemas.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * Keeps what can never change: a schema by its id, a schema's id in a subject. An id that cannot be used is remembered for ten times as
 * long as it took to find that out, at least five seconds, so that a flood of foreign records is not a flood of requests.
 */
final class CachingRegistry implements SchemaRegistry {
    private static final long LEAST_MEMORY = Duration.ofSeconds(5).toNanos();
    private static final int MEMORY_A_WAIT = 10; // so that asking takes a tenth of a thread's time at most
    private static final int MOST_UNKNOWN = 10_000;

    private record Key(String subject, Schema schema) {}

    private record Unknown(String message, long until) {}

    private final SchemaRegistry registry;
    private final LongSupplier nanoTime;
    private final SingleFlight<Object, Schema> byId = new SingleFlight<>();
    private final SingleFlight<Key, Integer> registered = new SingleFlight<>();
    private final SingleFlight<Key, RegisteredSchema> found = new SingleFlight<>();
    private final Map<Object, Unknown> unknown = new ConcurrentHashMap<>();

    CachingRegistry(SchemaRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(new Key(subject, schema), key -> registry.register(subject, schema));
    }

    @Override
    public RegisteredSchema lookUp(String subject, Schema schema) {
        return found.get(new Key(subject, schema), key -> registry.lookUp(subject, schema));
    }

    @Override
    public Schema byId(int id) {
        return byId.get(id, key -> known(key, () -> registry.byId(id)));
    }

    @Override
    public Schema byGuid(UUID guid) {
        return byId.get(guid, key -> known(key, () -> registry.byGuid(guid)));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        return registry.isCompatible(subject, schema);
    }

    @Override
    public List<Integer> versions(String subject) {
        return registry.versions(subject);
    }

    @Override
    public CompatibilityRule rule(String subject) {
        return registry.rule(subject);
    }

    @Override
    public void setRule(String subject, CompatibilityRule rule) {
        registry.setRule(subject, rule);
    }

    @Override
    public void close() {
        registry.close();
    }

    private Schema known(Object id, java.util.function.Supplier<Schema> ask) {
        Unknown before = unknown.get(id);
        if (before != null && nanoTime.getAsLong() - before.until() < 0) {
            throw new UnknownSchemaException(before.message());
        }
        long asked = nanoTime.getAsLong();
        try {
            return ask.get();
        } catch (UnknownSchemaException none) {
            remember(id, none.getMessage(), asked);
            throw none;
        }
    }

    private void remember(Object id, String message, long asked) {
        if (unknown.size() >= MOST_UNKNOWN) {
            unknown.clear();
        }
        long now = nanoTime.getAsLong();
        unknown.put(id, new Unknown(message, now + Math.max(LEAST_MEMORY, MEMORY_A_WAIT * (now - asked))));
    }
}
