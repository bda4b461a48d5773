package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.soak.Evidence;
import dev.assay.streams.soak.Inputs;
import dev.assay.streams.soak.Witness;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Two thousand events of forty sources, a few tombstones and a few records that hold no event, through four partitions. */
final class Scenario {
    static final int EVENTS = 2000;
    static final int KEYS = 40;
    static final int TOMBSTONES = 10;
    static final int UNREADABLE = 10;
    static final int PARTITIONS = 4;
    static final int CAPACITY = 8;

    private final LocalBroker broker;
    private final Path state;

    Scenario(LocalBroker broker, Path state) {
        this.broker = broker;
        this.state = state;
    }

    /** All that came of one run: what a read_committed reader sees, and what the application counted. */
    record Run(Evidence evidence, Counts counts) {}

    /** Sends all records under a prefix, and runs the application until each is answered. */
    Run run(String prefix, Function<TextInput, Assessment> scorer, DetectionTopology.Ports ports, MeterRegistry metrics)
            throws InterruptedException {
        Topics topics = new Topics(prefix);
        broker.createTopics(
                PARTITIONS,
                topics.textEvents().name(),
                topics.verdicts().name(),
                topics.deadLetters().name());
        send(topics.textEvents().name());
        try (Witness witness = new Witness(broker.bootstrap(), topics, Map.of())) {
            Counts counts;
            try (DetectionApplication application =
                    DetectionApplication.start(settings(topics, prefix), scorer, ports, metrics)) {
                int answers = EVENTS + UNREADABLE;
                assertThat(witness.await(
                                () -> !application.isLive() || witness.answered() >= answers, Duration.ofMinutes(3)))
                        .isTrue();
                counts = application.counts();
            }
            // Stopped: whatever else was on its way is out now.
            var inputs = Inputs.read(broker.bootstrap(), topics.textEvents().name());
            return new Run(witness.finish(inputs), counts);
        }
    }

    private ApplicationSettings settings(Topics topics, String prefix) {
        return new ApplicationSettings(
                broker.bootstrap(),
                prefix + "detection",
                topics,
                state,
                2,
                "auto",
                DetectionSettings.of(1 << 20, CAPACITY),
                new EngineSettings(2, 64 << 20),
                Map.of());
    }

    private void send(String topic) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records(topic).stream().map(producer::send).toList();
            assertThat(sent).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofMinutes(1)));
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> records(String topic) {
        Random random = new Random(7);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            var event = new ProducerRecord<>(
                    topic, key(i), Rig.bytes("{\"id\":\"e" + i + "\",\"text\":\"" + text(random) + "\"}"));
            event.headers().add(Inputs.ID, Rig.bytes("e" + i));
            records.add(event);
            if (i % (EVENTS / TOMBSTONES) == 50) {
                records.add(new ProducerRecord<>(topic, key(i), null));
                records.add(new ProducerRecord<>(topic, key(i), new byte[] {(byte) 0xc3, 0x28}));
            }
        }
        return records;
    }

    private static byte[] key(int i) {
        return Rig.bytes("source-" + i % KEYS);
    }

    private static String text(Random random) {
        String[] words = {"once", "there", "was", "a", "little", "girl", "who", "liked", "to", "play", "outside", "."};
        return IntStream.range(0, 10 + random.nextInt(50))
                .mapToObj(i -> words[random.nextInt(words.length)])
                .collect(Collectors.joining(" "));
    }
}
