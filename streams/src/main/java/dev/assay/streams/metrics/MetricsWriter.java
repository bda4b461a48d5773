package dev.assay.streams.metrics;

import dev.assay.schemas.Metrics;

/** Turns metrics into bytes. Used by one thread at a time. */
@FunctionalInterface
public interface MetricsWriter {
    /**
     * Writes one record.
     *
     * @throws dev.assay.schemas.registry.RegistryException when a registry it needs cannot be asked
     */
    byte[] write(String topic, Metrics metrics);
}
