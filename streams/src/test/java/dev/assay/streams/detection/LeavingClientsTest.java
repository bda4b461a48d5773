package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that outlast the test: whoever did not take leave would keep its partitions from the others. */
class LeavingClientsTest {
    private static final Map<String, String> LONG_SESSION = Map.of("consumer.session.timeout.ms", "1200000");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void whoseThreadDiesAndWhoEndsTakesLeave(@TempDir Path state) throws Exception {
        Topics topics = new Topics("leave.");
        AtomicBoolean dies = new AtomicBoolean(true);
        Function<TextInput, Assessment> scorer = text -> {
            if (dies.getAndSet(false)) {
                throw new InternalError("planned");
            }
            return Stubs.assess(text);
        };
        try (LocalBroker broker = LocalBroker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            broker.createTopics(
                    1,
                    topics.textEvents().name(),
                    topics.verdicts().name(),
                    topics.deadLetters().name());
            var settings = settings(broker, topics, state);
            try (var application =
                    DetectionApplication.start(settings, scorer, Stubs.PORTS, new SimpleMeterRegistry())) {
                send(broker, topics.textEvents().name());
                await().atMost(PATIENCE).until(() -> application.counts().verdicts() == 1);
                assertThat(dies).isFalse();
                assertThat(members(admin)).isEqualTo(1);
            }
            assertThat(members(admin)).isZero();
        }
    }

    private static ApplicationSettings settings(LocalBroker broker, Topics topics, Path state) {
        return new ApplicationSettings(
                broker.bootstrap(),
                "leave-detection",
                topics,
                state,
                1,
                "classic",
                DetectionSettings.of(1 << 20, 8),
                new EngineSettings(1, 64 << 20),
                LONG_SESSION);
    }

    private static int members(Admin admin) throws Exception {
        return admin.describeClassicGroups(List.of("leave-detection"))
                .all()
                .get()
                .get("leave-detection")
                .members()
                .size();
    }

    private static void send(LocalBroker broker, String topic) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, Rig.bytes("key"), Rig.bytes("some text")))
                    .get();
        }
    }
}
