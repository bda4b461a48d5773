package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.Assessor;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.schemas.Topic;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.schemas.serde.UndecodableEventException;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.emit.DeadLetters;
import dev.assay.streams.topic.CommittedReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no scorer can take, on a real broker that lets it in: each is a dead letter of its own event, and its neighbours are judged. */
class HostileEventsTest {
    private static final Topics TOPICS = new Topics("hostile.");
    private static final byte[] NOT_UTF8 = {(byte) 0xff, (byte) 0xfe, 'a'};
    private static final String LONE_SURROGATE = "{\"id\":\"lone\",\"text\":\"\\ud800 alone\"}";
    private static final int HUGE = 5 << 20;
    private static final String TALE = "Once upon a time there was a little dog who liked to play outside. ".repeat(8);

    private static final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    private static final List<ConsumerRecord<byte[], byte[]>> verdicts = new ArrayList<>();
    private static Counts counts;
    private static Assessment alone;

    @BeforeAll
    static void run(@TempDir Path state) {
        try (Assessor model = StoriesModel.open();
                LocalBroker broker = LocalBroker.start()) {
            create(broker);
            Rig.produce(
                    broker,
                    TOPICS.textEvents().name(),
                    2 * HUGE,
                    List.of(
                            Rig.bytes("before"),
                            new byte[HUGE],
                            NOT_UTF8,
                            Rig.bytes(LONE_SURROGATE),
                            Rig.bytes("e\u0301".repeat(10) + "\u0301".repeat(10_000)),
                            Rig.bytes(""),
                            Rig.bytes(TALE)));
            try (CommittedReader deadLetters = reader(broker, TOPICS.deadLetters());
                    CommittedReader judged = reader(broker, TOPICS.verdicts());
                    DetectionApplication application = DetectionApplication.start(
                            Rig.settings(broker, TOPICS, state, 1),
                            model::assess,
                            Stubs.PORTS,
                            new SimpleMeterRegistry())) {
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> {
                            letters.addAll(deadLetters.poll());
                            verdicts.addAll(judged.poll());
                            return letters.size() + verdicts.size() >= 7;
                        });
                counts = application.counts();
                alone = model.assess(new TextInput(TALE, null, null));
            }
        }
    }

    @Test
    void theOthersAreJudged() {
        assertThat(verdicts).hasSize(4);
        assertThat(counts.isBalanced()).isTrue();
    }

    @Test
    void scoresAreThoseOfTheTextAlone() {
        Verdict verdict = verdicts.stream()
                .map(found -> VerdictJson.read(new String(found.value(), StandardCharsets.UTF_8)))
                .filter(found -> found.getText().getSha256().equals(alone.sha256()))
                .findFirst()
                .orElseThrow();
        assertThat(alone.scores()).hasSizeGreaterThan(10);
        alone.scores()
                .forEach((detector, score) -> assertThat(
                                verdict.getScores().get(detector).getValue())
                        .isEqualTo(score.value().isPresent() ? score.value().getAsDouble() : null));
    }

    @Test
    void fiveMegabytesKeepTheirBeginning() {
        ConsumerRecord<byte[], byte[]> letter = letter(1);
        assertThat(letter.value()).hasSize(1024);
        assertThat(header(letter, DeadLetters.FULL_LENGTH)).isEqualTo(Integer.toString(HUGE));
        assertThat(header(letter, "__streams.errors.message")).contains("event.max.bytes");
    }

    @Test
    void bytesThatAreNoTextKeepThemselves() {
        ConsumerRecord<byte[], byte[]> letter = letter(2);
        assertThat(letter.value()).isEqualTo(NOT_UTF8);
        assertThat(header(letter, "__streams.errors.exception")).isEqualTo(UndecodableEventException.class.getName());
    }

    @Test
    void aLoneSurrogateIsNoText() {
        ConsumerRecord<byte[], byte[]> letter = letter(3);
        assertThat(letter.value()).isEqualTo(Rig.bytes(LONE_SURROGATE));
        assertThat(header(letter, "__streams.errors.exception"))
                .isIn(UndecodableEventException.class.getName(), MalformedTextException.class.getName());
    }

    private static ConsumerRecord<byte[], byte[]> letter(long offset) {
        return letters.stream()
                .filter(letter -> header(letter, "__streams.errors.offset").equals(Long.toString(offset)))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static CommittedReader reader(LocalBroker broker, Topic topic) {
        return new CommittedReader(Map.of("bootstrap.servers", broker.bootstrap()), List.of(topic.name()));
    }

    /** The event topic takes more than the application does. */
    private static void create(LocalBroker broker) {
        NewTopic events = new NewTopic(TOPICS.textEvents().name(), 1, (short) 1);
        broker.createTopics(List.of(events.configs(Map.of("max.message.bytes", Integer.toString(2 * HUGE)))));
        broker.createTopics(1, TOPICS.verdicts().name(), TOPICS.deadLetters().name());
    }
}
