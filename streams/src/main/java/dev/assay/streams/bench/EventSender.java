package dev.assay.streams.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts events on a topic, in batches, without a key's being more than a number. */
final class EventSender implements AutoCloseable {
    private static final int SOURCES = 1000;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private volatile Exception failure;
    private int sent;

    EventSender(String bootstrap, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends all and waits until the broker has them. */
    void send(List<byte[]> values) {
        for (byte[] value : values) {
            byte[] key = ("source-" + sent++ % SOURCES).getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(topic, key, value), (position, fault) -> {
                if (fault != null) {
                    failure = fault;
                }
            });
        }
        producer.flush();
        if (failure != null) {
            throw new BenchException("the broker of the bench did not take a record: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
