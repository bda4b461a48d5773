package dev.assay.schemas.serde;

import dev.assay.schemas.registry.RegisteredSchema;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import dev.assay.schemas.registry.UnknownSchemaException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/** By our own client. The subject of a topic's values is {@code TOPIC-value}. */
final class RegistryCodec<T extends SpecificRecord> implements RecordCodec<T> {
    private final SchemaRegistry registry;
    private final RegistrySettings settings;
    private final AvroBinary<T> binary;
    private final Schema portable;
    // The version that was newest when this program first wrote: it does not change under a running program.
    private final Map<String, RegisteredSchema> latest = new ConcurrentHashMap<>();

    RegistryCodec(SchemaRegistry registry, RegistrySettings settings, AvroBinary<T> binary) {
        this.registry = registry;
        this.settings = settings;
        this.binary = binary;
        this.portable = SchemaText.portable(binary.schema());
    }

    @Override
    public byte[] encode(String topic, T row) {
        String subject = topic + "-value";
        if (settings.useLatest()) {
            RegisteredSchema target = latest.computeIfAbsent(subject, registry::latest);
            return SchemaRef.framed(target.id(), binary.writeAs(target.schema(), row));
        }
        return SchemaRef.framed(id(subject), binary.write(row));
    }

    @Override
    public T decode(String topic, Headers headers, byte[] bytes) {
        SchemaRef ref = SchemaRef.of(headers, bytes)
                .orElseThrow(() -> new UndecodableEventException("the value names no schema: Avro in Confluent's wire"
                        + " format begins with byte 0 and an id, or byte 1 and a GUID"));
        return binary.read(schema(ref), bytes, ref.start(), ref::name);
    }

    @Override
    public void close() {
        registry.close();
    }

    private int id(String subject) {
        if (settings.autoRegister()) {
            return registry.register(subject, portable);
        }
        try {
            return registry.lookUp(subject, portable).id();
        } catch (UnknownSchemaException missing) {
            throw new RegistryException(
                    missing.getMessage() + "; register it with `assay schemas register --config FILE`, or let"
                            + " writing do it with " + RegistrySettings.AUTO_REGISTER
                            + "=true (Assay's setting schema.registry.auto.register)");
        }
    }

    private Schema schema(SchemaRef ref) {
        try {
            return ref.schema(registry);
        } catch (UnknownSchemaException foreign) {
            throw new UndecodableEventException(foreign.getMessage());
        }
    }
}
