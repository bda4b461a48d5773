package dev.assay.streams.preflight;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** A broker that has answered once. */
public interface BrokerAccess extends AutoCloseable {
    /** What it is asked through. */
    Admin admin();

    /**
     * Its answer.
     *
     * @throws RuntimeException the fault that the broker names, or one with a message for a person where it does not answer
     */
    <T> T await(KafkaFuture<T> answer);

    @Override
    void close();
}
