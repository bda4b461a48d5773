package dev.assay.streams.emit;

import dev.assay.schemas.Verdict;
import org.apache.kafka.common.header.Headers;

/** Turns verdicts into bytes. Thread-safe. */
@FunctionalInterface
public interface VerdictWriter {
    /**
     * Writes one verdict; what the encoding itself needs is added to the headers.
     *
     * @throws dev.assay.schemas.registry.RegistryException when a registry it needs cannot be asked
     */
    byte[] write(String topic, Headers headers, Verdict verdict);
}
