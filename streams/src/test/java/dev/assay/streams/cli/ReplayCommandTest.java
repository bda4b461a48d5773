package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import dev.assay.streams.detection.TopicReader;
import dev.assay.streams.emit.DeadLetters;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String ALICE = "alice";

    private static LocalBroker broker;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aLetterComesBackAsTheEventThatItWas() throws Exception {
        Topics topics = topics("whole.");
        send(letter(topics, 1, 7, "first", new IllegalStateException("x"), 0));
        assertThat(run("whole.").out()).isEqualTo("1  IllegalStateException\n1 records sent to whole.text-events\n");
        ConsumerRecord<byte[], byte[]> event = events(topics).get(0);
        assertThat(event.partition()).isEqualTo(1);
        assertThat(event.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(event.key()).asString(StandardCharsets.UTF_8).isEqualTo(ALICE);
        assertThat(event.value()).asString(StandardCharsets.UTF_8).isEqualTo("first");
        assertThat(event.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly("own=kept", RawEvent.REPLAY_OF + "=whole.text-events-1-7");
    }

    @Test
    void reasonTimeAndOriginChoose() throws Exception {
        Topics topics = topics("some.");
        send(letter(topics, 0, 1, "wanted", new IllegalStateException("x"), 0));
        send(letter(topics, 0, 2, "other reason", new ArithmeticException("x"), 0));
        send(letter(topics, 0, 3, "too early", new IllegalStateException("x"), -1));
        send(letter(topics, 0, 4, "too late", new IllegalStateException("x"), 60));
        send(letter(topics, 0, 5, "x".repeat(3_000), new IllegalStateException("x"), 0)); // is cut
        send(of(topics, new SourcePosition("some.verdicts", 0, 6), "a verdict", new IllegalStateException("x"), 0));
        String[] choice = {
            "--reason", "IllegalStateException", "--from", NOON.toString(), "--to", "2026-11-25T12:01:00Z"
        };

        Ended tried = run("some.", append(choice, "--dry-run"));
        assertThat(tried.out())
                .startsWith("1  IllegalStateException\n")
                .contains("1  passed over, cut short", "1  passed over, of some.verdicts")
                .endsWith("1 records would be sent to some.text-events\n");
        assertThat(events(topics)).isEmpty();

        assertThat(run("some.", append(choice, "--rate", "1000")).code()).isZero();
        assertThat(events(topics))
                .extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                .containsExactly("wanted");
    }

    /** One letter that somebody else wrote, that has an odd time, or that the topic does not take, is no end of the others. */
    @Test
    void noLetterEndsTheReplay() throws Exception {
        Topics topics = new Topics("foreign.");
        broker.createTopics(List.of(new NewTopic(topics.textEvents().name(), 2, (short) 1)
                .configs(Map.of("max.message.bytes", Integer.toString(1 << 20)))));
        broker.createTopics(List.of(new NewTopic(topics.deadLetters().name(), 1, (short) 1)
                .configs(Map.of("max.message.bytes", Integer.toString(4 << 20)))));
        var foreign = letter(topics, 0, 1, "foreign", new IllegalStateException("x"), 0);
        foreign.headers().add("__streams.errors.offset", bytes("none"));
        send(foreign);
        var early = letter(topics, 0, 2, "of 1970", new IllegalStateException("x"), 0);
        early.headers().remove(DeadLetters.TIMESTAMP).add(DeadLetters.TIMESTAMP, bytes("0"));
        send(early);
        var late = letter(topics, 0, 3, "of the future", new IllegalStateException("x"), 0);
        late.headers().remove(DeadLetters.TIMESTAMP).add(DeadLetters.TIMESTAMP, bytes("9223372036854775807"));
        send(late);
        send(letter(topics, 0, 4, "x".repeat(2 << 20), new IllegalStateException("x"), 0));
        send(letter(topics, 0, 5, "last", new IllegalStateException("x"), 0));

        long before = System.currentTimeMillis();
        Ended ended = run("foreign.");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains(
                        "3  IllegalStateException\n", "1  passed over, not dead letters", "1  passed over, refused by")
                .endsWith("3 records sent to foreign.text-events\n");
        List<ConsumerRecord<byte[], byte[]>> events = events(topics);
        assertThat(events)
                .extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                .containsExactly("of 1970", "of the future", "last");
        assertThat(events.get(0).timestamp()).isZero();
        assertThat(events.get(1).timestamp()).isBetween(before, System.currentTimeMillis());
    }

    /** An instance with the wrong input.format buries what one with the right format then judges, under the same id. */
    @Test
    void whatIsMendedIsJudged(@TempDir Path state) throws Exception {
        Topics topics = topics("mended.");
        send(event(topics, "not JSON at all", NOON));
        try (RunningAssay wrong = assay("mended.", "json", state);
                TopicReader letters = new TopicReader(broker.bootstrap(), "mended.dead-letters")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> letters.read().size() == 1);
            assertThat(wrong.isRunning()).isTrue();
        }
        assertThat(run("mended.", "--rate", "0.5").code()).isZero();
        try (RunningAssay right = assay("mended.", "text", state);
                TopicReader verdicts = new TopicReader(broker.bootstrap(), "mended.verdicts")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> verdicts.read().size() == 1);
            assertThat(right.isRunning()).isTrue();
            Verdict verdict = VerdictJson.read(new String(verdicts.read().get(0).value(), StandardCharsets.UTF_8));
            assertThat(verdict.getEventId()).isEqualTo("mended.text-events-0-0");
        }
    }

    @Test
    void aRangeOfEventsComesAgain() throws Exception {
        Topics topics = topics("range.");
        for (int i = 0; i < 5; i++) {
            send(event(topics, "event " + i, NOON.plusSeconds(i)));
        }
        Ended ended =
                run("range.", "text-events", "--from", "2026-11-25T12:00:01Z", "--to", "2026-11-25T13:00:03+01:00");
        assertThat(ended.out()).isEqualTo("2  event\n2 records sent to range.text-events\n");
        assertThat(events(topics))
                .extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                .endsWith("event 4", "event 1", "event 2");
    }

    @ParameterizedTest
    @CsvSource({
        "verdicts",
        "text-events",
        "text-events --reason X --from 2026-11-25T12:00:00Z",
        "--from yesterday",
        "--from 2026-11-25T12:00:00Z --to 2026-11-25T11:00:00Z",
        "--rate 0"
    })
    void whatMakesNoSenseIsMisuseInOneLine(String arguments) {
        Ended ended = run("none.", arguments.split(" "));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1);
    }

    @Test
    void aMissingTopicIsNamed() {
        assertThat(run("none.").err())
                .contains("none.dead-letters", "assay topics create")
                .hasLineCount(1);
    }

    private static Topics topics(String prefix) {
        broker.createTopics(2, prefix + "text-events", prefix + "verdicts", prefix + "dead-letters");
        return new Topics(prefix);
    }

    private static RunningAssay assay(String prefix, String format, Path state) {
        return RunningAssay.start(Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "application.id",
                "replayed",
                "topic.prefix",
                prefix,
                "input.format",
                format,
                "metrics.topic",
                "false",
                "http.port",
                "0",
                "state.dir",
                state.toString()));
    }

    private static Ended run(String prefix, String... more) {
        return Terminals.run(append(
                new String[] {
                    "replay", "--set", "bootstrap.servers=" + broker.bootstrap(), "--set", "topic.prefix=" + prefix
                },
                more));
    }

    private static String[] append(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static ProducerRecord<byte[], byte[]> event(Topics topics, String text, Instant time) {
        return new ProducerRecord<>(topics.textEvents().name(), 0, time.toEpochMilli(), bytes(ALICE), bytes(text));
    }

    private static ProducerRecord<byte[], byte[]> letter(
            Topics topics, int partition, long offset, String text, Throwable cause, int secondsLater) {
        SourcePosition position = new SourcePosition(topics.textEvents().name(), partition, offset);
        return of(topics, position, text, cause, secondsLater);
    }

    private static ProducerRecord<byte[], byte[]> of(
            Topics topics, SourcePosition position, String text, Throwable cause, int secondsLater) {
        RawEvent raw = new RawEvent(
                bytes(ALICE),
                bytes(text),
                NOON.plusSeconds(secondsLater).toEpochMilli(),
                new RecordHeaders().add("own", bytes("kept")),
                position);
        Failure failure = new Failure(cause.getClass().getName(), "said", "where");
        var letter = new DeadLetters(text.length() > 1 << 20 ? 4 << 20 : 2_000).of(raw, failure);
        return new ProducerRecord<>(
                topics.deadLetters().name(), 0, letter.timestamp(), letter.key(), letter.value(), letter.headers());
    }

    private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", 4 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> events(Topics topics) {
        try (TopicReader reader =
                new TopicReader(broker.bootstrap(), topics.textEvents().name())) {
            return reader.readToEnd();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
