package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.event.SourcePosition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in the test driver, over a scorer that the test controls. */
final class Rig implements AutoCloseable {
    static final Topics TOPICS = new Topics();
    static final SourcePosition NOWHERE = new SourcePosition(TOPICS.textEvents().name(), 0, 0);

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final ScoringEngine engine;
    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> events;
    private final TestOutputTopic<byte[], byte[]> verdictTopic;
    private final TestOutputTopic<byte[], byte[]> deadLetterTopic;
    final List<TestRecord<byte[], byte[]>> verdicts = new ArrayList<>();
    final List<TestRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

    Rig(Path state, Function<TextInput, Assessment> scorer) {
        this(state, scorer, DetectionSettings.of(1 << 20, 64), Stubs.PORTS);
    }

    Rig(Path state, Function<TextInput, Assessment> scorer, DetectionSettings settings, DetectionTopology.Ports ports) {
        engine = new ScoringEngine(scorer, new EngineSettings(4, 64 << 20), metrics);
        var topology = new DetectionTopology(TOPICS, settings, ports, engine, metrics).get();
        driver = new TopologyTestDriver(topology, properties(state));
        var out = new ByteArraySerializer();
        var in = new ByteArrayDeserializer();
        events = driver.createInputTopic(TOPICS.textEvents().name(), out, out);
        verdictTopic = driver.createOutputTopic(TOPICS.verdicts().name(), in, in);
        deadLetterTopic = driver.createOutputTopic(TOPICS.deadLetters().name(), in, in);
    }

    private static Properties properties(Path state) {
        Properties properties = new Properties();
        properties.putAll(Map.of("application.id", "rig", "bootstrap.servers", "none:1"));
        properties.put("state.dir", state.toString());
        return properties;
    }

    void send(String key, String text) {
        events.pipeInput(bytes(key), bytes(text));
    }

    /** Lets the punctuator's time pass until that many verdicts and dead letters are out. */
    void awaitOutputs(int count) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            driver.advanceWallClockTime(Duration.ofMillis(10));
            verdicts.addAll(verdictTopic.readRecordsToList());
            deadLetters.addAll(deadLetterTopic.readRecordsToList());
            return verdicts.size() + deadLetters.size() >= count;
        });
    }

    Verdict verdict(int index) {
        return VerdictJson.read(new String(verdicts.get(index).value(), StandardCharsets.UTF_8));
    }

    /** The characters of each verdict's text for one key, in order of emission. */
    List<Long> lengths(String key) {
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (new String(verdicts.get(i).key(), StandardCharsets.UTF_8).equals(key)) {
                lengths.add(verdict(i).getText().getCharacters());
            }
        }
        return lengths;
    }

    /** Sends values under one key to a topic of a real broker, which takes them before this returns. */
    static void produce(LocalBroker broker, String topic, int mostBytes, List<byte[]> values) {
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", mostBytes);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                assertThat(producer.send(new ProducerRecord<>(topic, bytes("k"), value)))
                        .succeedsWithin(Duration.ofMinutes(1));
            }
        }
    }

    /** An application on a real broker, whose id is that of its topics. */
    static ApplicationSettings settings(LocalBroker broker, Topics topics, Path state, int workers) {
        return new ApplicationSettings(
                broker.bootstrap(),
                topics.textEvents().name().replace(".text-events", ""),
                topics,
                state,
                1,
                "classic",
                DetectionSettings.of(1 << 20, 64),
                new EngineSettings(workers, 64 << 20),
                Map.of());
    }

    /** A text that nobody sent. */
    static Job job(String text, Generation generation) {
        return new Job(TextInput.of(text), NOWHERE, generation, false);
    }

    static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        engine.close();
    }
}
