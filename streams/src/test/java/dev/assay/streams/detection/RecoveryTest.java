package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.streams.event.Ingested;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.ingest.Ingest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that finds events in its store: what an earlier life left, whichever way that ended. */
class RecoveryTest {
    private static final String TOPIC = Rig.TOPICS.textEvents().name();
    private static final int LIMIT = 1024;

    @TempDir
    Path folder;

    private final List<String> scored = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger side = new AtomicInteger();
    private final AtomicInteger mostSideBySide = new AtomicInteger();
    private MockProcessorContext<byte[], Passage> context;
    private KeyValueStore<Integer, byte[]> store;
    private ScoringEngine engine;

    @BeforeEach
    void open() {
        Properties properties = new Properties();
        properties.putAll(Map.of("application.id", "recovery", "bootstrap.servers", "none:1"));
        context = new MockProcessorContext<>(properties, new TaskId(0, 4), folder.toFile());
        store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PendingStore.NAME), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private ScoreProcessor start(String... atWorkWhenItDied) throws IOException {
        Path file = folder.resolve("at-work");
        Files.write(file, List.of(atWorkWhenItDied));
        engine = new ScoringEngine(
                this::score,
                new EngineSettings(4, 1 << 20, Duration.ofMinutes(1), Optional.of(file)),
                new SimpleMeterRegistry());
        ScoreProcessor processor = new ScoreProcessor(
                PendingStore.NAME, engine, new Ingest(Stubs.READER, LIMIT), ScoreSettings.of(64, TOPIC, 2 * LIMIT));
        processor.init(context);
        return processor;
    }

    private Assessment score(TextInput input) {
        mostSideBySide.accumulateAndGet(side.incrementAndGet(), Math::max);
        scored.add(input.text() + " with attempts " + attempts(input.text()));
        side.decrementAndGet();
        return Stubs.assess(input);
    }

    /** As the store has them. */
    private int attempts(String text) {
        for (int slot = 0; slot < 10; slot++) {
            byte[] stored = store.get(slot);
            if (stored != null
                    && Arrays.equals(PendingCodec.decode(stored).raw().value(), Rig.bytes(text))) {
                return PendingCodec.decode(stored).attempts();
            }
        }
        throw new IllegalStateException("not in the store");
    }

    private static RawEvent event(String topic, long offset, String text) {
        return new RawEvent(
                Rig.bytes("key"), Rig.bytes(text), 1234, new RecordHeaders(), new SourcePosition(topic, 4, offset));
    }

    private void leave(int slot, long offset, String text, int attempts) {
        store.put(slot, PendingCodec.encode(new Kept(event(TOPIC, offset, text), attempts, 0)));
    }

    private static void process(ScoreProcessor processor, long offset, String text) {
        RawEvent raw = event(TOPIC, offset, text);
        var content = Stubs.READER.read(TOPIC, raw.headers(), raw.value());
        processor.process(new Record<>(raw.key(), new Ingested(raw, content), raw.timestamp()));
    }

    /** Lets the punctuator have its rounds until that many events are handed on. */
    private List<Judged> await(int count) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            context.scheduledPunctuators().stream()
                    .filter(punctuator -> !punctuator.cancelled())
                    .toList()
                    .forEach(punctuator -> punctuator.getPunctuator().punctuate(0));
            return context.forwarded().size() >= count;
        });
        return context.forwarded().stream()
                .map(forward -> (Judged) forward.record().value())
                .toList();
    }

    private static List<String> texts(List<Judged> judged) {
        return judged.stream()
                .map(one -> new String(one.raw().value(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }

    private static String cause(Judged judged) {
        return judged.outcome() instanceof Outcome.Failed failed
                ? failed.failure().cause()
                : "none";
    }

    @Test
    void nothingIsHandedOnBeforeTheTopologyRuns() throws IOException {
        leave(0, 11, "x".repeat(LIMIT + 1), 0); // the limit was larger
        leave(1, 10, "good", 0);
        start();
        assertThat(context.forwarded()).isEmpty();
        List<Judged> judged = await(2);
        assertThat(judged).extracting(RecoveryTest::cause).containsExactly("none", "OversizedEventException");
        assertThat(judged.get(1).raw().position()).isEqualTo(new SourcePosition(TOPIC, 4, 11));
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void eventsOfAnotherTopicStopTheStartAndStayWhereTheyAre() throws IOException {
        store.put(0, PendingCodec.encode(event("other.text-events", 3, "foreign")));
        leave(1, 4, "own", 0);
        assertThatThrownBy(this::start)
                .isInstanceOf(PendingStoreException.class)
                .hasMessageContainingAll("other.text-events", TOPIC, "application.id");
        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(scored).isEmpty();
    }

    @Test
    void aRecordThatNobodyWroteIsADeadLetterOfTheChangelog() throws IOException {
        byte[] broken = {1, 2, 3};
        store.put(7, broken);
        leave(0, 4, "good", 0);
        context.setCurrentSystemTimeMs(99);
        start();
        List<Judged> judged = await(2);
        Judged letter = judged.stream()
                .filter(one -> !cause(one).equals("none"))
                .findFirst()
                .orElseThrow();
        assertThat(cause(letter)).isEqualTo("UnreadablePendingException");
        assertThat(letter.raw().value()).isEqualTo(broken);
        assertThat(letter.raw().timestamp()).isEqualTo(99);
        assertThat(letter.raw().position()).isEqualTo(new SourcePosition("recovery-pending-changelog", 4, 7));
    }

    @Test
    void whatWasAtWorkAtADeathIsTriedAloneOnceTheAttemptIsWritten() throws IOException {
        leave(0, 10, "suspect", 0);
        leave(1, 11, "innocent", 0);
        leave(2, 12, "twice suspect", 1);
        start(TOPIC + "-4-10", TOPIC + "-4-99");
        List<Judged> judged = await(3);
        assertThat(texts(judged)).containsExactly("suspect", "innocent", "twice suspect");
        assertThat(scored)
                .containsExactlyInAnyOrder(
                        "suspect with attempts 1", "innocent with attempts 0", "twice suspect with attempts 2");
        assertThat(context.committed()).isTrue();
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void suspectsDoNotRunSideBySide() throws IOException {
        for (int i = 0; i < 8; i++) {
            leave(i, i, "suspect " + i, 1);
        }
        start();
        await(8);
        assertThat(mostSideBySide).hasValue(1);
        assertThat(scored).hasSize(8).allMatch(one -> one.endsWith("with attempts 2"));
    }

    @Test
    void oneThatDiedWithItsProcessThriceAloneIsNotTriedAgain() throws IOException {
        leave(0, 10, "killer", 3);
        leave(1, 11, "good", 0);
        start(TOPIC + "-4-10");
        List<Judged> judged = await(2);
        assertThat(judged).extracting(RecoveryTest::cause).containsExactly("RepeatedFaultException", "none");
        assertThat(judged.get(0).raw().position()).isEqualTo(new SourcePosition(TOPIC, 4, 10));
        assertThat(scored).containsExactly("good with attempts 0");
    }

    /** It killed the process before its record in the store was committed, so that it is read from the topic again. */
    @Test
    void anEventThatIsReadAgainIsTriedInTheSameWay() throws IOException {
        ScoreProcessor processor = start(TOPIC + "-4-10");
        process(processor, 10, "suspect");
        assertThat(scored).isEmpty();
        await(1);
        assertThat(scored).containsExactly("suspect with attempts 1");
    }

    /** The topic was deleted and made anew, twice: its events come at offsets below those of what is pending. */
    @Test
    void keepsTheOrderOfArrivalWhereOffsetsBeginAnew() throws IOException {
        leave(0, 300, "old", 0);
        leave(1, 301, "old too", 1);
        ScoreProcessor processor = start();
        process(processor, 0, "new");
        processor.init(context); // after a rebalance
        process(processor, 0, "newer");
        process(processor, 1, "newest");
        processor.init(context);
        assertThat(texts(await(5))).containsExactly("old", "old too", "new", "newer", "newest");
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void aTrialThatEndsWithTheLifeOfItsTaskCountsOnce() throws IOException {
        leave(0, 10, "suspect", 0);
        ScoreProcessor processor = start(TOPIC + "-4-10");
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
        assertThat(attempts("suspect")).isEqualTo(1);
        processor.init(context); // after a rebalance
        await(1);
        assertThat(scored).containsExactly("suspect with attempts 1");
    }

    @Test
    void anEventThatTheChangelogWouldRefuseIsAFailureAtOnce() throws IOException {
        ScoreProcessor processor = start();
        var headers = new RecordHeaders().add("long", new byte[3 * LIMIT]);
        RawEvent raw = new RawEvent(null, Rig.bytes("short"), 0, headers, new SourcePosition(TOPIC, 4, 1));
        var content = Stubs.READER.read(TOPIC, headers, raw.value());
        processor.process(new Record<>(null, new Ingested(raw, content), 0));
        assertThat(await(1)).extracting(RecoveryTest::cause).containsExactly("OversizedPendingException");
        assertThat(store.approximateNumEntries()).isZero();
    }
}
