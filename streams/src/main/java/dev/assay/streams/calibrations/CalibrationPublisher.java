package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the topic of calibrations, and waits until the brokers have it. */
public final class CalibrationPublisher implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final String PATIENCE_MS = "10000";

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    /** Connects. */
    public CalibrationPublisher(CalibrationTopic topic) {
        this.topic = topic.name();
        Map<String, Object> own = new HashMap<>(topic.client());
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.CALIBRATION_LIMIT);
        own.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topics.CALIBRATION_LIMIT);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        this.producer = new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes a calibration, in the place of what had its id.
     *
     * @param json the bytes of its file
     * @throws CalibrationException in one line, where the brokers do not take it
     */
    public void publish(String id, byte[] json) {
        send(id, json);
    }

    /**
     * Takes back what stands under a key.
     *
     * @throws CalibrationException in one line, where the brokers do not take that
     */
    public void revoke(String key) {
        send(key, null);
    }

    private void send(String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw refused(key, value, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CalibrationException("interrupted before " + topic + " had taken " + key, e);
        }
    }

    private CalibrationException refused(String key, byte[] value, Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return new CalibrationException(
                    "calibration " + key + " has " + value.length + " bytes, more than a record of " + topic
                            + " may have: `assay topics grow` raises max.message.bytes to " + Topics.CALIBRATION_LIMIT
                            + "; beyond that, calibrate with fewer texts or detectors",
                    cause);
        }
        return new CalibrationException(
                topic + " did not take " + key + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + ")",
                cause);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
