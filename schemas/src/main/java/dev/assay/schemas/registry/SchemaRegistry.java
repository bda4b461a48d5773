package dev.assay.schemas.registry;

import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;

/**
 * Schemas by id and by subject. Safe to use from several threads.
 *
 * <p>Every method throws {@link UnknownSchemaException} where the registry answers that it has no such thing, and another
 * {@link RegistryException} where it could not be asked.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** A client for the registry that the settings name, with caches. {@code mock://NAME} is shared within this JVM. */
    static SchemaRegistry open(RegistrySettings settings) {
        return settings.mockName()
                .map(name -> (SchemaRegistry) MockRegistry.named(name))
                .orElseGet(() -> new CachingRegistry(new HttpRegistry(new RegistryHttp(settings)), System::nanoTime));
    }

    /** Makes the schema the newest version of a subject unless it is one already; returns its id. */
    int register(String subject, Schema schema);

    /** The version of a subject that equals this schema. */
    RegisteredSchema lookUp(String subject, Schema schema);

    /** The schema with that id. */
    Schema byId(int id);

    /** The schema with that globally unique id (registries since Confluent 8). */
    Schema byGuid(UUID guid);

    /** The newest version of a subject; never from a cache. */
    RegisteredSchema latest(String subject);

    /** The numbers of a subject's versions, oldest first; none for a subject that is not there. Never from a cache. */
    List<Integer> versions(String subject);

    /** Whether the subject's rule lets this schema become its next version; true for a subject without versions. */
    boolean isCompatible(String subject, Schema schema);

    /** The rule in force for a subject: its own, or else the registry's. */
    CompatibilityRule rule(String subject);

    /** Gives a subject a rule of its own. */
    void setRule(String subject, CompatibilityRule rule);

    /** Releases connections; what is being asked for ends with an exception. */
    @Override
    void close();
}
