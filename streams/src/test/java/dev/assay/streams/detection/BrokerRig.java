package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;

/** Topics of one prefix on a real broker, and applications over them, one after another. */
final class BrokerRig {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Map<String, String> SHORT_SESSION = Map.of("session.timeout.ms", "6000");

    final Topics topics;
    private final LocalBroker broker;
    private final Path state;

    BrokerRig(LocalBroker broker, String prefix, Path state) {
        this.broker = broker;
        this.topics = new Topics(prefix);
        this.state = state;
        create(topics);
    }

    void create(Topics created) {
        broker.createTopics(
                1,
                created.textEvents().name(),
                created.verdicts().name(),
                created.deadLetters().name());
    }

    ApplicationSettings settings() {
        return settings(topics, DetectionSettings.of(1 << 20, 64), new EngineSettings(2, 64 << 20));
    }

    ApplicationSettings settings(DetectionSettings sizes) {
        return settings(topics, sizes, new EngineSettings(2, 64 << 20));
    }

    ApplicationSettings settings(EngineSettings engine) {
        return settings(topics, DetectionSettings.of(1 << 20, 64), engine);
    }

    /** The application of this test, whose name is that of its topics' prefix; a dead thread is missed after six seconds. */
    ApplicationSettings settings(Topics read, DetectionSettings sizes, EngineSettings engine) {
        return new ApplicationSettings(
                broker.bootstrap(),
                topics.textEvents().name().replace(".text-events", ""),
                read,
                state,
                1,
                "classic",
                sizes,
                engine,
                SHORT_SESSION);
    }

    void send(String... texts) {
        Rig.produce(
                broker,
                topics.textEvents().name(),
                1 << 20,
                Stream.of(texts).map(Rig::bytes).toList());
    }

    /** Waits for so many dead letters and verdicts, and for no more; returns the letters. */
    List<ConsumerRecord<byte[], byte[]>> answers(int letters, int verdicts) {
        try (TopicReader deadLetters = reader(topics.deadLetters());
                TopicReader judged = reader(topics.verdicts())) {
            eventually(
                    () -> deadLetters.read().size() >= letters && judged.read().size() >= verdicts);
            assertThat(deadLetters.read()).hasSize(letters);
            assertThat(judged.read()).hasSize(verdicts);
            return List.copyOf(deadLetters.read());
        }
    }

    TopicReader reader(Topic topic) {
        return new TopicReader(broker.bootstrap(), topic.name());
    }

    static void eventually(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().atMost(LONG).until(condition::getAsBoolean);
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    void position(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> beginning =
                Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            eventually(() -> {
                try {
                    admin.alterConsumerGroupOffsets(group, beginning).all().get();
                    return true;
                } catch (ExecutionException e) {
                    return false; // its members have not all taken leave
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    void limit(String topic, int bytes) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
        Map<ConfigResource, Collection<AlterConfigOp>> change =
                Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.incrementalAlterConfigs(change).all().toCompletionStage())
                    .succeedsWithin(LONG);
        }
    }

    static DetectionApplication start(ApplicationSettings settings, Function<TextInput, Assessment> scorer) {
        return DetectionApplication.start(settings, scorer, Stubs.PORTS, new SimpleMeterRegistry());
    }
}
