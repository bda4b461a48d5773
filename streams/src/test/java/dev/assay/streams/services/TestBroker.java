package dev.assay.streams.services;

/** A broker that runs for a test. */
public interface TestBroker extends AutoCloseable {
    /** Where clients connect, as {@code host:port}. */
    String bootstrap();

    @Override
    void close();
}
