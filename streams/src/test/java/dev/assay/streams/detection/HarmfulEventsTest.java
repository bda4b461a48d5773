package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.process.ChildJvm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Events that do harm each time they are tried, on a real broker: each becomes a dead letter of its own, and all others are judged. */
class HarmfulEventsTest extends OnBroker {
    @Test
    void anErrorThatFollowsItsText() {
        assay.send("one", "odd", "two", "odd", "three");
        try (DetectionApplication application = BrokerRig.start(assay.settings(), input -> {
            if (input.text().equals("odd")) {
                throw new AssertionError("planned");
            }
            return Stubs.assess(input);
        })) {
            List<ConsumerRecord<byte[], byte[]>> letters = assay.answers(2, 3);
            assertThat(letters)
                    .extracting(letter -> BrokerRig.header(letter, "offset"))
                    .containsExactlyInAnyOrder("1", "3");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(BrokerRig.header(letter, "exception")).isEqualTo(RepeatedFaultException.class.getName());
                assertThat(BrokerRig.header(letter, "message")).contains("3 faults", AssertionError.class.getName());
                assertThat(letter.value()).isEqualTo(Rig.bytes("odd"));
            });
            assertThat(application.isLive()).isTrue();
            assertThat(application.dead()).isEmpty();
        }
    }

    @Test
    void oneThatCannotBeRead() {
        assay.send("one", "odd", "two");
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
                DetectionApplication.start(assay.settings(), Stubs::assess, ports, new SimpleMeterRegistry())) {
            assertThat(assay.answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(BrokerRig.header(letter, "offset")).isEqualTo("1");
                assertThat(BrokerRig.header(letter, "message")).contains("3 faults", AssertionError.class.getName());
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneWhoseVerdictTheBrokerRefuses() {
        assay.send("one", "refused", "two");
        var ports = new DetectionTopology.Ports(
                Stubs.READER,
                (topic, headers, verdict) -> verdict.getText().getCharacters() == 7
                        ? noise(100_000)
                        : Stubs.WRITER.write(topic, headers, verdict),
                Stubs.MAPPER);
        // The limit is lowered while the application runs, which measures by the old one.
        CountDownLatch lowered = new CountDownLatch(1);
        try (DetectionApplication application = DetectionApplication.start(
                assay.settings(),
                input -> {
                    await(lowered);
                    return Stubs.assess(input);
                },
                ports,
                new SimpleMeterRegistry())) {
            assay.limit(assay.topics.verdicts().name(), 50_000);
            lowered.countDown();
            assertThat(assay.answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(BrokerRig.header(letter, "offset")).isEqualTo("1");
                assertThat(BrokerRig.header(letter, "message")).contains("3 faults", "RecordTooLargeException");
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneThatKeepsItsWorkerForEver() {
        CountDownLatch never = new CountDownLatch(1);
        assay.send("one", "endless", "two");
        ApplicationSettings hasty =
                assay.settings(new EngineSettings(1, 1 << 20, Duration.ofMillis(500), Optional.empty()));
        try (DetectionApplication application = BrokerRig.start(hasty, input -> {
            if (input.text().equals("endless")) {
                await(never);
            }
            return Stubs.assess(input);
        })) {
            assertThat(assay.answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(BrokerRig.header(letter, "offset")).isEqualTo("1");
                assertThat(BrokerRig.header(letter, "exception")).isEqualTo(TextTimeoutException.class.getName());
                assertThat(BrokerRig.header(letter, "message")).startsWith("TIMEOUT");
            });
            assertThat(application.dead()).isEmpty();
            assay.send("endless");
            assay.answers(2, 2);
            BrokerRig.eventually(() -> application.dead().isPresent());
            assertThat(application.dead().orElseThrow()).contains("stuck", "restart");
        } finally {
            never.countDown();
        }
    }

    /** The text kills four times: once beside others, thrice alone. Its neighbours at the first death are judged. */
    @Test
    void oneThatKillsTheProcess() throws Exception {
        assay.send("one", "two", HaltingInstance.KILLER, "three", "four");
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        int lives = 0;
        try (TopicReader deadLetters = assay.reader(assay.topics.deadLetters())) {
            while (letters.isEmpty()) {
                assertThat(++lives).as("lives of the process").isLessThanOrEqualTo(6);
                try (ChildJvm child = child(lives)) {
                    BrokerRig.eventually(() -> {
                        letters.addAll(deadLetters.read());
                        return !letters.isEmpty() || !child.isAlive();
                    });
                    answersSoFar(letters.isEmpty() ? 0 : 1, letters.isEmpty() ? 0 : 4);
                }
            }
        }
        assertThat(lives).isEqualTo(5);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(BrokerRig.header(letter, "offset")).isEqualTo("2");
            assertThat(BrokerRig.header(letter, "message"))
                    .contains("the process died")
                    .contains("3 times");
            assertThat(letter.value()).isEqualTo(Rig.bytes(HaltingInstance.KILLER));
        });
    }

    private ChildJvm child(int life) {
        return ChildJvm.start(
                HaltingInstance.class,
                state.resolve("log-" + life),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        broker.bootstrap(),
                        assay.topics.textEvents().name().replace("text-events", ""),
                        state.toString()));
    }

    private void answersSoFar(int letters, int verdicts) {
        if (letters + verdicts > 0) {
            assay.answers(letters, verdicts);
        }
    }

    /** Bytes that no compression makes fewer. */
    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(5).nextBytes(bytes);
        return bytes;
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
