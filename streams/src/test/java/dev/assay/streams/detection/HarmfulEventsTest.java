package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.process.ChildJvm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Events that do harm each time they are tried, on a real broker: each becomes a dead letter of its own, and all others are judged. */
class HarmfulEventsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Map<String, String> SHORT_SESSION = Map.of("session.timeout.ms", "6000");
    private static LocalBroker broker;

    @TempDir
    Path state;

    private Topics topics;

    @BeforeAll
    static void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {}); // the dying threads' farewell
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @BeforeEach
    void name(TestInfo test) {
        topics = new Topics(test.getTestMethod().orElseThrow().getName() + ".");
        broker.createTopics(
                1,
                topics.textEvents().name(),
                topics.verdicts().name(),
                topics.deadLetters().name());
    }

    @Test
    void anErrorThatFollowsItsText() {
        send("one", "odd", "two", "odd", "three");
        try (DetectionApplication application = start(settings(), input -> {
            if (input.text().equals("odd")) {
                throw new AssertionError("planned");
            }
            return Stubs.assess(input);
        })) {
            List<ConsumerRecord<byte[], byte[]>> letters = answers(2, 3);
            assertThat(letters).extracting(letter -> header(letter, "offset")).containsExactlyInAnyOrder("1", "3");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(header(letter, "exception")).isEqualTo(RepeatedFaultException.class.getName());
                assertThat(header(letter, "message")).contains("3 faults", AssertionError.class.getName());
                assertThat(letter.value()).isEqualTo(Rig.bytes("odd"));
            });
            assertThat(application.isLive()).isTrue();
            assertThat(application.dead()).isEmpty();
        }
    }

    @Test
    void oneThatCannotBeRead() {
        send("one", "odd", "two");
        var ports = new DetectionTopology.Ports(
                (topic, headers, value) -> {
                    if (value.length == 3 && value[1] == 'd') {
                        throw new AssertionError("planned");
                    }
                    return Stubs.READER.read(topic, headers, value);
                },
                Stubs.WRITER,
                Stubs.MAPPER);
        try (DetectionApplication application =
                DetectionApplication.start(settings(), Stubs::assess, ports, new SimpleMeterRegistry())) {
            assertThat(answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(header(letter, "offset")).isEqualTo("1");
                assertThat(header(letter, "message")).contains("3 faults", AssertionError.class.getName());
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneWhoseVerdictTheBrokerRefuses() {
        send("one", "refused", "two");
        var ports = new DetectionTopology.Ports(
                Stubs.READER,
                (topic, headers, verdict) -> verdict.getText().getCharacters() == 7
                        ? noise(100_000)
                        : Stubs.WRITER.write(topic, headers, verdict),
                Stubs.MAPPER);
        // The limit is lowered while the application runs, which measures by the old one.
        CountDownLatch lowered = new CountDownLatch(1);
        try (DetectionApplication application = DetectionApplication.start(
                settings(),
                input -> {
                    await(lowered);
                    return Stubs.assess(input);
                },
                ports,
                new SimpleMeterRegistry())) {
            limit(topics.verdicts().name(), 50_000);
            lowered.countDown();
            assertThat(answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(header(letter, "offset")).isEqualTo("1");
                assertThat(header(letter, "message")).contains("3 faults", "RecordTooLargeException");
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneThatKeepsItsWorkerForEver() {
        CountDownLatch never = new CountDownLatch(1);
        send("one", "endless", "two");
        ApplicationSettings hasty = settings(new EngineSettings(1, 1 << 20, Duration.ofMillis(500), Optional.empty()));
        try (DetectionApplication application = start(hasty, input -> {
            if (input.text().equals("endless")) {
                await(never);
            }
            return Stubs.assess(input);
        })) {
            assertThat(answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(header(letter, "offset")).isEqualTo("1");
                assertThat(header(letter, "exception")).isEqualTo(TextTimeoutException.class.getName());
                assertThat(header(letter, "message")).startsWith("TIMEOUT");
            });
            assertThat(application.dead()).isEmpty();
            send("endless");
            answers(2, 2);
            eventually(() -> application.dead().isPresent());
            assertThat(application.dead().orElseThrow()).contains("stuck", "restart");
        } finally {
            never.countDown();
        }
    }

    /** The text kills four times: once beside others, thrice alone. Its neighbours at the first death are judged. */
    @Test
    void oneThatKillsTheProcess() throws Exception {
        send("one", "two", HaltingInstance.KILLER, "three", "four");
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        int lives = 0;
        try (TopicReader deadLetters = reader(topics.deadLetters())) {
            while (letters.isEmpty()) {
                assertThat(++lives).as("lives of the process").isLessThanOrEqualTo(6);
                try (ChildJvm child = child(lives)) {
                    eventually(() -> {
                        letters.addAll(deadLetters.read());
                        return !letters.isEmpty() || !child.isAlive();
                    });
                    answersSoFar(letters.isEmpty() ? 0 : 1, letters.isEmpty() ? 0 : 4);
                }
            }
        }
        assertThat(lives).isEqualTo(5);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(header(letter, "offset")).isEqualTo("2");
            assertThat(header(letter, "message")).contains("the process died").contains("3 times");
            assertThat(letter.value()).isEqualTo(Rig.bytes(HaltingInstance.KILLER));
        });
    }

    private ChildJvm child(int life) {
        return ChildJvm.start(
                HaltingInstance.class,
                state.resolve("log-" + life),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(broker.bootstrap(), topics.textEvents().name().replace("text-events", ""), state.toString()));
    }

    /** The limit of the changelog is lowered while the application runs, which measures by the old one. */
    @Test
    void oneThatTheChangelogRefuses() {
        send("first");
        try (DetectionApplication application = start(settings(), Stubs::assess)) {
            answers(0, 1);
            limit(PendingStore.topic(settings().applicationId()), 50_000);
            send("small", letters(100_000), "small too");
            assertThat(answers(1, 3)).singleElement().satisfies(letter -> {
                assertThat(header(letter, "offset")).isEqualTo("2");
                assertThat(header(letter, "message")).contains("3 faults", "RecordTooLargeException");
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneThatIsMoreThanTheProducerMaySend() {
        send("small", letters(100_000), "small too");
        Map<String, String> little = Map.of("producer.max.request.size", "50000");
        ApplicationSettings base = settings();
        ApplicationSettings settings = new ApplicationSettings(
                base.bootstrap(),
                base.applicationId(),
                topics,
                state,
                1,
                "classic",
                base.detection(),
                base.engine(),
                little);
        try (DetectionApplication application = start(settings, Stubs::assess)) {
            assertThat(answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(header(letter, "offset")).isEqualTo("1");
                assertThat(header(letter, "exception")).isEqualTo(OversizedPendingException.class.getName());
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    /** Events were pending when it stopped, and the next start knows a smaller limit. */
    @Test
    void onesThatHaveBecomeTooLarge() {
        CountDownLatch never = new CountDownLatch(1);
        send("one", "x".repeat(3000), "two");
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (DetectionApplication application = DetectionApplication.start(
                settings(),
                input -> {
                    interruptibly(never);
                    return Stubs.assess(input);
                },
                Stubs.PORTS,
                metrics)) {
            eventually(() -> metrics.get("assay.score.pending").gauge().value() == 3);
            assertThat(application.isLive()).isTrue();
        }
        try (DetectionApplication application = start(settings(DetectionSettings.of(1024, 64)), Stubs::assess)) {
            assertThat(answers(1, 2))
                    .singleElement()
                    .satisfies(letter -> assertThat(header(letter, "offset")).isEqualTo("1"));
            assertThat(application.isLive()).isTrue();
        }
    }

    /** Events of another prefix stay pending for an application that has it; this one says so, and stops. */
    @Test
    void onesOfAnotherPrefix() {
        CountDownLatch never = new CountDownLatch(1);
        send("one", "two");
        ApplicationSettings own = settings();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (DetectionApplication application = DetectionApplication.start(
                own,
                input -> {
                    interruptibly(never);
                    return Stubs.assess(input);
                },
                Stubs.PORTS,
                metrics)) {
            eventually(() -> metrics.get("assay.score.pending").gauge().value() == 2);
            assertThat(application.isLive()).isTrue();
        }
        Topics others = new Topics("other-" + topics.textEvents().name());
        broker.createTopics(
                1,
                others.textEvents().name(),
                others.verdicts().name(),
                others.deadLetters().name());
        // Else the start would not go so far: the group has read nothing of that topic.
        position(own.applicationId(), others.textEvents().name());
        try (DetectionApplication foreign = start(settings(others, own.detection(), own.engine()), Stubs::assess)) {
            eventually(() -> !foreign.isLive());
            assertThat(foreign.failure().orElseThrow())
                    .contains(topics.textEvents().name(), others.textEvents().name(), "application.id");
        }
        try (DetectionApplication application = start(own, Stubs::assess)) {
            answers(0, 2);
            assertThat(application.isLive()).isTrue();
        }
    }

    private static DetectionApplication start(ApplicationSettings settings, Function<TextInput, Assessment> scorer) {
        return DetectionApplication.start(settings, scorer, Stubs.PORTS, new SimpleMeterRegistry());
    }

    private ApplicationSettings settings() {
        return settings(topics, DetectionSettings.of(1 << 20, 64), new EngineSettings(2, 64 << 20));
    }

    private ApplicationSettings settings(DetectionSettings sizes) {
        return settings(topics, sizes, new EngineSettings(2, 64 << 20));
    }

    private ApplicationSettings settings(EngineSettings engine) {
        return settings(topics, DetectionSettings.of(1 << 20, 64), engine);
    }

    /** The application of this test, whose name is that of its topics' prefix; a dead thread is missed after six seconds. */
    private ApplicationSettings settings(Topics read, DetectionSettings sizes, EngineSettings engine) {
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

    private void send(String... texts) {
        Rig.produce(
                broker,
                topics.textEvents().name(),
                1 << 20,
                Stream.of(texts).map(Rig::bytes).toList());
    }

    /** Waits for so many dead letters and verdicts, and for no more; returns the letters. */
    private List<ConsumerRecord<byte[], byte[]>> answers(int letters, int verdicts) {
        try (TopicReader deadLetters = reader(topics.deadLetters());
                TopicReader judged = reader(topics.verdicts())) {
            eventually(
                    () -> deadLetters.read().size() >= letters && judged.read().size() >= verdicts);
            assertThat(deadLetters.read()).hasSize(letters);
            assertThat(judged.read()).hasSize(verdicts);
            return List.copyOf(deadLetters.read());
        }
    }

    private void answersSoFar(int letters, int verdicts) {
        if (letters + verdicts > 0) {
            answers(letters, verdicts);
        }
    }

    private static TopicReader reader(Topic topic) {
        return new TopicReader(broker.bootstrap(), topic.name());
    }

    private static void eventually(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().atMost(LONG).until(condition::getAsBoolean);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private static void position(String group, String topic) {
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

    private static void limit(String topic, int bytes) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
        Map<ConfigResource, Collection<AlterConfigOp>> change =
                Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.incrementalAlterConfigs(change).all().toCompletionStage())
                    .succeedsWithin(LONG);
        }
    }

    /** A text that no compression makes much shorter. */
    private static String letters(int size) {
        return new Random(5)
                .ints(size, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Bytes that no compression makes fewer. */
    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static void interruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // hears no interrupt
            }
        }
    }
}
