package dev.assay.streams.services;

/** A schema registry that runs for a test. */
public interface TestRegistry extends AutoCloseable {
    /** Base address of its Confluent-compatible interface. */
    String url();

    @Override
    void close();
}
