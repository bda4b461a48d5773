package dev.assay.schemas.serde;

import org.apache.kafka.common.header.Headers;

/** Avro records in Confluent's wire format, by whichever client of the registry. */
interface RecordCodec<T> extends AutoCloseable {

    byte[] encode(String topic, T row);

    /**
     * Reads a record written in any schema that resolves to ours.
     *
     * @throws UndecodableEventException where the bytes, or the schema that they name, are at fault
     * @throws dev.assay.schemas.registry.RegistryException where the registry cannot be asked
     */
    T decode(String topic, Headers headers, byte[] bytes);

    @Override
    void close();
}
