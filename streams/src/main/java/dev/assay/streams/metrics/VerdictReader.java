package dev.assay.streams.metrics;

import dev.assay.schemas.Verdict;
import org.apache.kafka.common.header.Headers;

/** Reads verdicts from bytes. Used by one thread at a time. */
@FunctionalInterface
public interface VerdictReader {
    /**
     * Reads one verdict.
     *
     * @throws dev.assay.schemas.serde.UndecodableEventException when the bytes hold none
     * @throws dev.assay.schemas.registry.RegistryException when a registry it needs cannot be asked
     */
    Verdict read(String topic, Headers headers, byte[] value);
}
