package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.schemas.Dimension;
import dev.assay.schemas.Metrics;
import dev.assay.schemas.MetricsJson;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.detection.ApplicationSettings;
import dev.assay.streams.detection.DetectionSettings;
import dev.assay.streams.detection.EngineSettings;
import dev.assay.streams.detection.TopicReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, exactly once: threads die in both halves of the topology, the process restarts, and the sums hold all the same. */
class MetricsOnBrokerTest {
    private static final Topics TOPICS = new Topics();
    private static final int PARTITIONS = 4;
    private static final int VERDICTS = 3000;
    private static final long APART = 100; // ms: five minutes in all

    @TempDir
    Path state;

    @BeforeAll
    static void dieQuietly() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {});
    }

    @AfterAll
    static void dieLoudlyAgain() {
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @Test
    void nothingIsLostOrCountedTwice() {
        List<Verdict> sent = new ArrayList<>();
        Random random = new Random(21);
        for (int i = 0; i < VERDICTS; i++) {
            sent.add(Verdicts.at(i * APART, random));
        }
        AtomicInteger deaths = new AtomicInteger();
        try (LocalBroker broker = LocalBroker.start()) {
            broker.createTopics(
                    PARTITIONS,
                    TOPICS.verdicts().name(),
                    TOPICS.deadLetters().name(),
                    TOPICS.metrics().name());
            send(broker, sent.subList(0, VERDICTS / 2));
            List<Metrics> written;
            try (TopicReader reader =
                    new TopicReader(broker.bootstrap(), TOPICS.metrics().name())) {
                runUntil(broker, deaths, () -> count(reader.read()) > 0);
                send(broker, sent.subList(VERDICTS / 2, VERDICTS));
                runUntil(broker, deaths, () -> count(reader.read()) >= VERDICTS);
                written = metrics(reader.readToEnd());
            }
            assertThat(deaths.get()).isEqualTo(4);
            Sums.check(written, sent);
        }
    }

    private void runUntil(LocalBroker broker, AtomicInteger deaths, Callable<Boolean> enough) {
        try (MetricsApplication application =
                MetricsApplication.start(settings(broker), dying(deaths), new SimpleMeterRegistry())) {
            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> application.failure().isPresent() || enough.call());
            assertThat(application.failure()).isEmpty();
        }
    }

    /** Dies once on reading and once on writing, after some work that its transaction then undoes. */
    private static MetricsTopology.Ports dying(AtomicInteger deaths) {
        MetricsTopology.Ports ports = MetricsRig.ports();
        VerdictReader reader = ports.reader().get();
        MetricsWriter writer = ports.writer().get();
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        return new MetricsTopology.Ports(
                () -> (topic, headers, value) -> {
                    dieAt(700, read, deaths);
                    return reader.read(topic, headers, value);
                },
                () -> (topic, metrics) -> {
                    dieAt(30, written, deaths);
                    return writer.write(topic, metrics);
                });
    }

    private static void dieAt(int call, AtomicInteger calls, AtomicInteger deaths) {
        if (calls.incrementAndGet() == call) {
            deaths.incrementAndGet();
            throw new RegistryException("a death for the test"); // of the machine: what a verdict does is a dead letter
        }
    }

    private ApplicationSettings settings(LocalBroker broker) {
        return new ApplicationSettings(
                broker.bootstrap(),
                "counted",
                TOPICS,
                state,
                1,
                "auto",
                DetectionSettings.of(1 << 20, 8),
                new EngineSettings(1, 1 << 20),
                Map.of());
    }

    private static void send(LocalBroker broker, List<Verdict> verdicts) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Verdict verdict : verdicts) {
                byte[] key = verdict.getEventId().getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(TOPICS.verdicts().name(), key, Verdicts.bytes(verdict))));
            }
            assertThat(sent).allSatisfy(each -> assertThat(each).succeedsWithin(Duration.ofMinutes(1)));
        }
    }

    private static long count(List<ConsumerRecord<byte[], byte[]>> records) {
        return Sums.of(
                        metrics(records),
                        each -> each.getDimension() == Dimension.ALL
                                && each.getQuestion().equals("MACHINE"))
                .stream()
                .mapToLong(Metrics::getVerdicts)
                .sum();
    }

    private static List<Metrics> metrics(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> MetricsJson.read(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }
}
