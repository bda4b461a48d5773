package dev.assay.schemas.serde;

import dev.assay.schemas.registry.RegistryException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * By Confluent's own serdes, where the user put them on the class path: all of their settings work then (OAuth, key
 * stores, encryption of fields), which our client does not know.
 */
final class ConfluentCodec<T extends SpecificRecord> implements RecordCodec<T> {
    static final String SERIALIZER = "io.confluent.kafka.serializers.KafkaAvroSerializer";
    private static final String DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final AvroBinary<T> binary;

    @SuppressWarnings("unchecked") // both take any object
    ConfluentCodec(ClassLoader loader, Map<String, ?> config, AvroBinary<T> binary) {
        this.binary = binary;
        this.serializer = (Serializer<Object>) created(loader, SERIALIZER);
        this.deserializer = (Deserializer<Object>) created(loader, DESERIALIZER);
        var own = new HashMap<String, Object>(config);
        own.putIfAbsent("auto.register.schemas", "false");
        own.putIfAbsent("avro.remove.java.properties", "true");
        // Generic records, whatever the writer called them: we resolve them to ours ourselves.
        own.put("specific.avro.reader", "false");
        serializer.configure(own, false);
        deserializer.configure(own, false);
    }

    static boolean isOn(ClassLoader loader) {
        try {
            Class.forName(SERIALIZER, false, loader);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    @Override
    public byte[] encode(String topic, T row) {
        try {
            return serializer.serialize(topic, row);
        } catch (SerializationException failed) {
            throw new RegistryException("Confluent's serializer failed for topic " + topic + ": " + reason(failed));
        }
    }

    @Override
    public T decode(String topic, Headers headers, byte[] bytes) {
        Object row = deserialized(topic, headers, bytes);
        if (binary.type().isInstance(row)) {
            return binary.type().cast(row);
        }
        if (row instanceof GenericRecord generic) {
            return binary.read(generic.getSchema(), AvroBinary.writeGeneric(generic), 0, () -> "the writer's schema");
        }
        throw new UndecodableEventException("the value is an Avro " + (row == null ? "null" : "primitive")
                + ", not a record with a field " + binary.key());
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    private Object deserialized(String topic, Headers headers, byte[] bytes) {
        try {
            return deserializer.deserialize(topic, headers, bytes);
        } catch (SerializationException failed) {
            if (isRegistry(failed)) {
                throw new RegistryException("Confluent's deserializer could not ask the registry for topic " + topic
                        + ": " + reason(failed));
            }
            throw new UndecodableEventException("Confluent's deserializer refused the value: " + reason(failed));
        }
    }

    /** Whether the registry failed to answer; that it does not know an id is the record's fault. */
    private static boolean isRegistry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("RestClientException")) {
                return !String.valueOf(cause.getMessage()).contains("error code: 404");
            }
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return true;
            }
        }
        return false;
    }

    // Class names only: messages may quote the record.
    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName();
    }

    private static Object created(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw new IllegalArgumentException(
                    name + " cannot be used: put kafka-avro-serializer and what it needs on the class path, or set "
                            + Codecs.CLIENT + "=own",
                    broken);
        }
    }
}
