package dev.assay.streams.ingest;

import dev.assay.schemas.TextEvent;
import org.apache.kafka.common.header.Headers;

/** Turns a record's value into the event it holds. Thread-safe. */
@FunctionalInterface
public interface EventReader {
    /**
     * Reads one value; fields that it does not bring are null.
     *
     * @throws dev.assay.schemas.registry.RegistryException when a registry it needs cannot be asked: nobody's event is at fault
     * @throws RuntimeException any other: these bytes hold no event
     */
    TextEvent read(String topic, Headers headers, byte[] value);
}
