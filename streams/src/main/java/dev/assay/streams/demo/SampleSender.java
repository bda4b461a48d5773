package dev.assay.streams.demo;

import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts the sample on the topic, one record after another, and remembers what it sent. */
public final class SampleSender implements AutoCloseable {
    /** Header by which verdict and dead letter are told to be of a record: original headers stay. */
    static final String ID = "sample-id";

    private final SampleStream sample = new SampleStream();
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private volatile Exception failure;
    private int next;
    private int tombstones;

    /** What was sent, and when on {@link System#nanoTime}. */
    record Sent(SampleEntry entry, long nanos) {}

    SampleSender(String bootstrap, String topic) {
        this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0), topic);
    }

    private SampleSender(Map<String, Object> client, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A sender to the broker and the topic of the settings. */
    public static SampleSender to(Settings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.get(SettingTable.BOOTSTRAP_SERVERS));
        return new SampleSender(client, Detection.topics(settings).textEvents().name());
    }

    /** Records in one round of the sample. */
    public int round() {
        return sample.size();
    }

    /**
     * Sends the next ones and waits until the broker has them.
     *
     * @throws DemoFailure when it does not take one
     */
    public void send(int records) {
        for (int i = 0; i < records; i++) {
            send(sample.entry(next++));
        }
        producer.flush();
        if (failure != null) {
            throw new DemoFailure("the broker did not take a record: " + failure.getMessage());
        }
    }

    /** Records sent so far. */
    public int count() {
        return next;
    }

    /** Those of them without a value. */
    int tombstones() {
        return tombstones;
    }

    Sent sent(String id) {
        return sent.get(id);
    }

    private void send(SampleEntry entry) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, entry.source().getBytes(StandardCharsets.UTF_8), entry.value());
        record.headers().add(ID, entry.id().getBytes(StandardCharsets.UTF_8));
        tombstones += entry.isTombstone() ? 1 : 0;
        sent.put(entry.id(), new Sent(entry, System.nanoTime()));
        var unused = producer.send(record, (position, fault) -> {
            if (fault != null) {
                failure = fault;
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
