package dev.assay.streams.bench;

import dev.assay.streams.broker.BrokerProcess;
import dev.assay.streams.broker.TemporaryFolder;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker in a process of its own. What it keeps goes when it is closed. */
final class BenchBroker implements AutoCloseable {
    private static final List<String> BUSY = List.of("-Xmx512m");
    private static final List<String> LEISURELY = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    private static final short REPLICAS = 1;

    private final TemporaryFolder folder;
    private final BrokerProcess process;

    private BenchBroker(TemporaryFolder folder, BrokerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /** As a server runs, with the JVM's second compiler. */
    static BenchBroker start() {
        return start(BUSY);
    }

    /**
     * Without the JVM's second compiler. Under a few commits a second that one takes a quarter of an hour to come to its end, and
     * takes more of the cores meanwhile than all else in the broker; one that has run for a day has it behind it.
     */
    static BenchBroker startCompiled() {
        return start(LEISURELY);
    }

    private static BenchBroker start(List<String> flags) {
        TemporaryFolder folder = TemporaryFolder.create("assay-bench");
        try {
            return new BenchBroker(folder, BrokerProcess.start(folder.path(), flags));
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    /** Settings for an application of that name, its topics created. */
    Settings prepare(Settings settings, String name, int partitions) {
        Settings own = settings.with(SettingTable.BOOTSTRAP_SERVERS, process.bootstrap(), "bench")
                .with(SettingTable.APPLICATION_ID, name, "bench")
                .with(SettingTable.TOPIC_PREFIX, name + ".", "bench")
                .with(
                        SettingTable.STATE_DIR,
                        folder.path().resolve("state-" + name).toString(),
                        "bench");
        List<NewTopic> requests = Detection.needed(own).stream()
                .map(topic -> topic.request(Optional.of(partitions), Optional.of(REPLICAS)))
                .toList();
        process.createTopics(requests);
        return own;
    }

    /**
     * Commits transactions over all partitions of a topic of its own. An application commits five times a second, so that a fresh
     * broker would still be compiling what a commit takes after a quarter of an hour.
     */
    void warm(int transactions, int partitions) {
        String topic = "warm";
        process.createTopics(List.of(new NewTopic(topic, partitions, REPLICAS)));
        Map<String, Object> config =
                Map.of("bootstrap.servers", process.bootstrap(), "transactional.id", topic, "linger.ms", 0);
        Map<String, Object> member = Map.of("bootstrap.servers", process.bootstrap(), "group.id", topic);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions();
            for (int i = 0; i < transactions; i++) {
                producer.beginTransaction();
                for (int partition = 0; partition < partitions; partition += 2) {
                    var unused = producer.send(new ProducerRecord<>(topic, partition, null, new byte[100]));
                }
                producer.sendOffsetsToTransaction(
                        Map.of(new TopicPartition(topic, i % partitions), new OffsetAndMetadata(i)),
                        consumer.groupMetadata());
                producer.commitTransaction();
            }
        }
    }

    /** A folder of that name, which goes with the broker. */
    Path folder(String name) {
        return folder.path().resolve(name);
    }

    /** CPU time of its process so far, nanoseconds. */
    long cpuNanos() {
        return ProcessHandle.of(process.pid()).map(CpuTime::of).orElse(0L);
    }

    @Override
    public void close() {
        process.close();
        folder.delete();
    }
}
