package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.ModelMemoryException;
import dev.assay.schemas.Topics;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.topic.CommittedReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real session that fails at some texts: in the engine, and through a real broker. */
class FaultyModelTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Topics TOPICS = new Topics("faulty.");
    private static final String TALE = "Once upon a time there was a little dog who liked to play outside. ";
    private static final int EACH = 12;
    private static final Map<String, Class<? extends Throwable>> FAULTS = Map.of(
            FaultyModel.NAN, ModelFaultException.class,
            FaultyModel.REFUSAL, ModelFaultException.class,
            FaultyModel.NO_MEMORY, ModelMemoryException.class);

    private static Assessor model;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        model = FaultyModel.open(folder);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** Text {@code i} of the good ones, or with the letter at which the model fails. */
    private static String text(int i, String letter) {
        return TALE.repeat(3) + "It ate " + i + " of them" + letter + ".";
    }

    @Test
    void theEngineScoresTheOthersSideBySide() {
        try (ScoringEngine engine =
                new ScoringEngine(model::assess, new EngineSettings(3, 1 << 20), new SimpleMeterRegistry())) {
            Generation generation = new Generation();
            for (int i = 0; i < EACH; i++) {
                var good = engine.submit(Rig.job(text(i, ""), generation));
                FAULTS.forEach((letter, fault) -> assertThat(engine.submit(Rig.job(text(3, letter), generation)))
                        .succeedsWithin(SOON)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed ->
                                        assertThat(failed.failure().exception()).isEqualTo(fault.getName())));
                assertThat(good).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class);
            }
        }
    }

    @Test
    void throughKafkaEachIsADeadLetterWithItsCauseAndTheOthersAreJudged(@TempDir Path state) {
        try (LocalBroker broker = LocalBroker.start()) {
            broker.createTopics(
                    1,
                    TOPICS.textEvents().name(),
                    TOPICS.verdicts().name(),
                    TOPICS.deadLetters().name());
            List<String> texts = mixed();
            Rig.produce(
                    broker,
                    TOPICS.textEvents().name(),
                    1 << 20,
                    texts.stream().map(Rig::bytes).toList());
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            List<ConsumerRecord<byte[], byte[]>> verdicts = new ArrayList<>();
            Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrap());
            try (CommittedReader deadLetters = new CommittedReader(
                            client, List.of(TOPICS.deadLetters().name()));
                    CommittedReader judged = new CommittedReader(
                            client, List.of(TOPICS.verdicts().name()));
                    DetectionApplication application = DetectionApplication.start(
                            Rig.settings(broker, TOPICS, state, 2),
                            model::assess,
                            Stubs.PORTS,
                            new SimpleMeterRegistry())) {
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> {
                            letters.addAll(deadLetters.poll());
                            verdicts.addAll(judged.poll());
                            return letters.size() + verdicts.size() >= texts.size();
                        });
                assertThat(application.counts().isBalanced()).isTrue();
            }
            assertLettersAreOfTheFaulty(letters);
            assertVerdictsAreThoseOfTheTextAlone(verdicts);
        }
    }

    private static List<String> mixed() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            texts.add(text(i, ""));
            for (String letter : FAULTS.keySet()) {
                texts.add(text(i, letter));
            }
        }
        return texts;
    }

    private static void assertLettersAreOfTheFaulty(List<ConsumerRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(FAULTS.size() * EACH).allSatisfy(letter -> {
            String value = new String(letter.value(), StandardCharsets.UTF_8);
            String fault = value.substring(value.length() - 2, value.length() - 1);
            assertThat(header(letter, "exception")).isEqualTo(FAULTS.get(fault).getName());
            assertThat(header(letter, "message"))
                    .matches(
                            fault.equals(FaultyModel.NAN)
                                    ? "the model gave NaN at token \\d+ of \\d+"
                                    : ".* a text of \\d+ tokens");
            if (!fault.equals(FaultyModel.NAN)) {
                assertThat(header(letter, "stacktrace")).contains("Caused by: ai.onnxruntime.OrtException");
            }
        });
    }

    private static void assertVerdictsAreThoseOfTheTextAlone(List<ConsumerRecord<byte[], byte[]>> verdicts) {
        List<Double> alone = IntStream.range(0, EACH)
                .mapToObj(i -> model.assess(TextInput.of(text(i, "")))
                        .scores()
                        .get("bits-per-byte")
                        .value()
                        .getAsDouble())
                .toList();
        assertThat(alone).doesNotHaveDuplicates();
        assertThat(verdicts)
                .extracting(record -> VerdictJson.read(new String(record.value(), StandardCharsets.UTF_8)))
                .extracting(FaultyModelTest::bitsPerByte)
                .containsExactlyElementsOf(alone);
    }

    private static Double bitsPerByte(Verdict verdict) {
        return verdict.getScores().get("bits-per-byte").getValue();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }
}
