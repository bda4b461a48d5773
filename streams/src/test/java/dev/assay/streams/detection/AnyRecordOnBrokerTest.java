package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.Assessor;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.MetricsSerializer;
import dev.assay.schemas.serde.TextEventDecoder;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.schemas.serde.VerdictSerializer;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.emit.DeadLetters;
import dev.assay.streams.metrics.MetricsApplication;
import dev.assay.streams.metrics.MetricsTopology;
import dev.assay.streams.records.OddRecords;
import dev.assay.streams.topic.CommittedReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated records through both applications on a real broker, with a real (small) model: each is answered once, and no thread dies.
 *
 * <p>{@code -Dassay.records=1000000 -Dassay.records.model=false} sends a million and scores them with a stub; {@code -Dassay.records.seed}
 * makes others. The seed is part of every message of a failure.
 */
class AnyRecordOnBrokerTest {
    private static final int RECORDS = Integer.getInteger("assay.records", 3_000);
    private static final long SEED = Long.getLong("assay.records.seed", 4);
    private static final boolean MODEL = !"false".equals(System.getProperty("assay.records.model"));
    private static final String REGISTRY = "mock://any-record-on-broker";
    private static final String NUMBER = "number"; // header that tells which record it was
    private static final int LARGEST = 2 << 20;
    private static final Topics TOPICS = new Topics("any.");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BitSet answered = new BitSet();
    private int cut; // dead letters that keep no header of their record
    private int verdicts;
    private int twice;

    @TempDir
    Path state;

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void isAnsweredOnceAndKillsNoThread() {
        try (LocalBroker broker = LocalBroker.start()) {
            create(broker);
            if (MODEL) {
                try (Assessor model = StoriesModel.open()) {
                    run(broker, model::assess);
                }
            } else {
                run(broker, Stubs::assess);
            }
        }
    }

    private void run(LocalBroker broker, Function<TextInput, Assessment> scorer) {
        ApplicationSettings settings = Rig.settings(broker, TOPICS, state, 2);
        List<String> outputs =
                List.of(TOPICS.verdicts().name(), TOPICS.deadLetters().name());
        try (CommittedReader reader = new CommittedReader(Map.of("bootstrap.servers", broker.bootstrap()), outputs);
                DetectionApplication detection = DetectionApplication.start(settings, scorer, ports(), meters);
                MetricsApplication counting = MetricsApplication.start(settings, metrics(), meters)) {
            int expected = RECORDS - send(broker);
            await().pollInSameThread()
                    .alias("records of seed " + SEED)
                    .atMost(Duration.ofMinutes(3).plusMillis(20L * RECORDS))
                    .until(() -> {
                        reader.poll().forEach(this::note);
                        return !detection.isLive() || counting.failure().isPresent() || answers() >= expected;
                    });
            assertThat(detection.failure()).as("seed " + SEED).isEmpty();
            await().atMost(Duration.ofMinutes(3).plusMillis(RECORDS))
                    .until(() -> counting.failure().isPresent()
                            || meters.get("assay.metrics.verdicts").counter().count() == verdicts);
            assertThat(counting.failure()).as("seed " + SEED).isEmpty();
            reader.readToEnd(records -> records.forEach(this::note));
            assertThat(answers()).as("answers to seed " + SEED).isEqualTo(expected);
            assertThat(twice).as("answered twice, seed " + SEED).isZero();
            assertThat(detection.counts().isBalanced()).isTrue();
            assertThat(meters.get("assay.metrics.unreadable").counter().count()).isZero();
            assertThat(meters.get("assay.meter.failures").counter().count()).isZero();
            assertThat(meters.get("kafka.stream.failed.stream.threads").functionCounters())
                    .as("threads that died of seed " + SEED)
                    .allSatisfy(dead -> assertThat(dead.count()).isZero());
        }
    }

    private int answers() {
        return answered.cardinality() + cut;
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        verdicts += record.topic().equals(TOPICS.verdicts().name()) ? 1 : 0;
        Header number = record.headers().lastHeader(NUMBER);
        if (number == null) {
            assertThat(record.headers().lastHeader(DeadLetters.FULL_LENGTH)).isNotNull();
            cut++;
            return;
        }
        int index = java.nio.ByteBuffer.wrap(number.value()).getInt();
        twice += answered.get(index) ? 1 : 0;
        answered.set(index);
    }

    /** Returns how many of them were tombstones. */
    private int send(LocalBroker broker) {
        OddRecords records = new OddRecords(SEED, REGISTRY, System.currentTimeMillis());
        int tombstones = 0;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", LARGEST, "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                OddRecords.Odd odd = records.next();
                tombstones += odd.value() == null ? 1 : 0;
                odd.headers()
                        .add(
                                NUMBER,
                                java.nio.ByteBuffer.allocate(4).putInt(0, i).array());
                var unused = producer.send(new ProducerRecord<>(
                        TOPICS.textEvents().name(), null, odd.timestamp(), odd.key(), odd.value(), odd.headers()));
            }
        }
        return tombstones;
    }

    private static void create(LocalBroker broker) {
        NewTopic events = new NewTopic(TOPICS.textEvents().name(), 4, (short) 1);
        String all = Long.toString(Long.MAX_VALUE);
        broker.createTopics(List.of(
                events.configs(Map.of(
                        "message.timestamp.after.max.ms",
                        all,
                        "retention.ms",
                        "-1",
                        "segment.ms",
                        all,
                        "max.message.bytes",
                        Integer.toString(LARGEST))),
                TOPICS.verdicts().request(Optional.of(4), Optional.of((short) 1)),
                TOPICS.deadLetters().request(Optional.of(4), Optional.of((short) 1)),
                TOPICS.metrics().request(Optional.of(1), Optional.of((short) 1))));
    }

    private static DetectionTopology.Ports ports() {
        Map<String, Object> config = config(VerdictSerializer.FORMAT);
        TextEventDecoder decoder = TextEventDecoder.open(EventFormat.AUTO, config);
        VerdictSerializer serializer = new VerdictSerializer();
        serializer.configure(config, false);
        return new DetectionTopology.Ports(
                (topic, headers, value) -> decoder.decode(topic, headers, value).event(),
                serializer::serialize,
                Stubs.MAPPER);
    }

    private static MetricsTopology.Ports metrics() {
        Map<String, Object> config = config(MetricsSerializer.FORMAT);
        VerdictDeserializer reader = new VerdictDeserializer();
        reader.configure(config, false);
        MetricsSerializer writer = new MetricsSerializer();
        writer.configure(config, false);
        return new MetricsTopology.Ports(() -> reader::deserialize, () -> writer::serialize);
    }

    private static Map<String, Object> config(String format) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", REGISTRY);
        config.put("auto.register.schemas", "true");
        config.put(format, "avro");
        return config;
    }
}
