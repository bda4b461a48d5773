package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.Calibrations;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Decision;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.decide.Span;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.normalize.MalformedTextException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssessorTest {
    /** Not of the common pool, which may have a single thread. */
    private static final Executor ON_ITS_OWN = task -> new Thread(task).start();

    /** 29 words; in capitals they cost a tenth of the nats. */
    private static final List<String> WORDS =
            List.of(("the old man walked slowly down to the water and looked at the boats that "
                            + "were lying there in the sun with all their sails furled until evening came")
                    .split(" "));

    private final StubModel stub = new StubModel();
    /** Human text of the stub scores about −2.8 bits a byte, capitals −0.28. */
    private final Calibration news = Calibrations.of(
            "news", 70, IntStream.range(0, 99).mapToDouble(i -> -3.5 + i * 0.01).toArray());

    private final Assessor assessor = open(AssessorSettings.defaults().withDetectors(List.of("bits-per-byte", "lrr")));

    private Assessor open(AssessorSettings settings) {
        return Assessor.of(stub.model(Path.of("stub")), CalibrationLadder.of(List.of(news)), settings);
    }

    @AfterEach
    void close() {
        assessor.close();
    }

    private Assessment assess(String text) {
        return assessor.assess(new TextInput(text, "en", "news"));
    }

    private Answer machine(String text) {
        return assess(text).answers().get(Question.MACHINE);
    }

    /** All words so many times, in another order each time, since a text that repeats itself is not decided on. */
    private static String human(int times) {
        StringBuilder text = new StringBuilder();
        for (int step = 1; step <= times; step++) {
            for (int i = 0; i < WORDS.size(); i++) {
                text.append(WORDS.get(i * step % WORDS.size())).append(' ');
            }
        }
        return text.toString();
    }

    private static String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        text.chars().forEach(c -> capitals.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return capitals.toString();
    }

    @Test
    void flagsWhatNoReferenceReaches() {
        Answer answer = machine(capitals(human(3)));

        assertThat(answer.decision()).isEqualTo(Decision.FLAGGED);
        assertThat(answer.pValue()).isEqualTo(0.01);
        assertThat(answer.detector()).isEqualTo("bits-per-byte");
    }

    @Test
    void judgesByCalibrationsThatComeAndGo() {
        Calibration capitals = Calibrations.of(
                "capitals",
                70,
                IntStream.range(0, 99).mapToDouble(i -> -0.5 + i * 0.01).toArray());
        TextInput text = new TextInput(capitals(human(3)), "en", "capitals");
        AssessorSettings before = assessor.settings();
        assertThat(assessor.assess(text).answers().get(Question.MACHINE).decision())
                .isEqualTo(Decision.FLAGGED);

        assessor.calibrate(List.of(capitals, news));
        Assessment after = assessor.assess(text);
        assertThat(after.answers().get(Question.MACHINE).decision()).isEqualTo(Decision.CLEARED);
        assertThat(after.answers().get(Question.MACHINE).calibration()).isEqualTo(capitals.id());
        assertThat(after.settings().calibrations()).containsExactlyInAnyOrder(capitals.id(), news.id());
        assertThat(after.settings()).isEqualTo(assessor.settings()).isNotEqualTo(before);

        assessor.calibrate(List.of());
        assertThat(assessor.assess(text).settings()).isEqualTo(before);
        assertThat(assessor.assess(text).answers().get(Question.MACHINE).decision())
                .isEqualTo(Decision.FLAGGED);
    }

    @Test
    void aTextAtWorkKeepsTheCalibrationsItBeganWith() {
        CountDownLatch scoring = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stub.whileScoring = () -> {
            scoring.countDown();
            await(goOn);
        };
        CompletableFuture<Assessment> atWork =
                CompletableFuture.supplyAsync(() -> assess(capitals(human(3))), ON_ITS_OWN);
        await(scoring);
        assessor.calibrate(List.of(Calibrations.of("other", 70, -1)));
        goOn.countDown();

        assertThat(atWork)
                .succeedsWithin(Duration.ofMinutes(1))
                .satisfies(assessment ->
                        assertThat(assessment.settings().calibrations()).containsExactly(news.id()));
        assertThat(assessor.settings().calibrations()).hasSize(2);
    }

    @Test
    void aTextIsJudgedByOneSetWhileTheyChange() {
        double[] scores =
                IntStream.range(0, 99).mapToDouble(i -> -1 + i * 0.001).toArray();
        Calibration first = Calibrations.of("first", 70, scores);
        Calibration second = Calibrations.of("second", 70, scores);
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> changing = CompletableFuture.runAsync(
                () -> {
                    while (!isOver.get()) {
                        assessor.calibrate(List.of(first));
                        assessor.calibrate(List.of(second));
                    }
                },
                ON_ITS_OWN);
        Set<String> seen = new TreeSet<>();
        try {
            while (!seen.containsAll(List.of(first.id(), second.id()))) {
                Assessment assessment = assessor.assess(new TextInput(human(3), "en", "elsewhere"));
                Answer answer = assessment.answers().get(Question.MACHINE);
                assertThat(assessment.settings().calibrations())
                        .contains(news.id())
                        .containsAll(List.of(answer.calibration().split(",")));
                seen.addAll(assessment.settings().calibrations());
            }
        } finally {
            isOver.set(true);
        }
        assertThat(changing).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void refusesCalibrationsOfOtherModels() {
        Calibration foreign = Calibrations.inPrecision("int8", "news", 70, -1);
        assertThat(assessor.mismatch(news)).isEmpty();
        assertThat(assessor.mismatch(foreign)).contains("precision int8, not fp32");
        assertThatThrownBy(() -> assessor.calibrate(List.of(foreign))).hasMessageContaining(foreign.id());
        assertThat(assessor.settings().calibrations()).containsExactly(news.id());
    }

    @Test
    void clearsWhatIsLikeTheReferences() {
        assertThat(machine(human(3)).decision()).isEqualTo(Decision.CLEARED);
        assertThat(assess(human(3)).spans()).isEmpty();
    }

    @Test
    void whatRepeatsItselfIsNotDecided() {
        Answer answer = machine(capitals(human(1)).repeat(3));

        assertThat(answer.reason()).isEqualTo(Reason.REPETITIVE);
        assertThat(answer.pValue()).isEqualTo(0.01);
    }

    @Test
    void spansPointIntoTheOriginal() {
        String disguised = "😀 \t" + human(4).replace("sun", "s\u200Bun") + "\n\n";
        String original = disguised + capitals(human(12)) + "😀";
        Assessment assessment = assess(original);

        assertThat(assessment.answers().get(Question.MACHINE).decision()).isEqualTo(Decision.FLAGGED);
        assertThat(assessment.spans()).isNotEmpty();
        byte[] bytes = original.getBytes(StandardCharsets.UTF_8);
        for (Span span : assessment.spans()) {
            String byBytes = new String(
                    bytes, (int) span.startByte(), (int) (span.endByte() - span.startByte()), StandardCharsets.UTF_8);
            String byCharacters = original.substring(
                    original.offsetByCodePoints(0, (int) span.startCharacter()),
                    original.offsetByCodePoints(0, (int) span.endCharacter()));
            assertThat(byBytes).isEqualTo(byCharacters).containsPattern("[A-Z]{3}");
            assertThat(span.pValue()).isLessThanOrEqualTo(0.01);
        }
        Span last = assessment.spans().get(assessment.spans().size() - 1);
        assertThat(last.endByte()).isEqualTo(bytes.length);
        assertThat(last.endCharacter()).isEqualTo(assessment.characters());
    }

    @Test
    void shortTextsKeepTheirScores() {
        Assessment assessment = assess("Just a few words here.");

        assertThat(assessment.answers().get(Question.MACHINE).reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(assessment.scoredTokens()).isEqualTo(5);
        assertThat(assessment.scores().get("bits-per-byte").value()).isPresent();
        assertThat(assessment.scores()).containsOnlyKeys("bits-per-byte", "lrr", "dc-pdd");
    }

    @Test
    void emptyAndTooLongTextsCostNoRun() {
        Assessment empty = assess(" \n ");
        Assessment tooLong = assess("word ".repeat(9000));

        assertThat(empty.answers().get(Question.MACHINE).reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(tooLong.answers().get(Question.MEMBERSHIP).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(tooLong.tokens()).isEqualTo(9000);
        assertThat(tooLong.scoredTokens()).isZero();
        assertThat(tooLong.scores()).isEmpty();
        assertThat(stub.runs).hasValue(0);
    }

    @Test
    void membershipWithoutFrequenciesIsUndefined() {
        assertThat(assess(human(3)).answers().get(Question.MEMBERSHIP).reason()).isEqualTo(Reason.UNDEFINED);
    }

    @Test
    void theGivenLanguageCountsElseItIsIdentified() {
        String text = human(3);

        assertThat(assessor.assess(new TextInput(text, "de-AT", null)).language())
                .isEqualTo("de");
        assertThat(assessor.assess(new TextInput(text, "de_AT", null))
                        .answers()
                        .get(Question.MACHINE)
                        .reason())
                .isEqualTo(Reason.LANGUAGE);
        assertThat(assessor.assess(TextInput.of(text)).language()).isEqualTo("en");
    }

    @Test
    void theSameTextTwiceIsTheSame() {
        String text = capitals(human(12)) + human(12);

        assertThat(assess(text)).isEqualTo(assess(text));
    }

    @Test
    void aLoneSurrogateIsAFaultOfTheData() {
        assertThatThrownBy(() -> assess("ab\uD83D")).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void theSettingsInForceNameDetectorsAndCalibrations() {
        assertThat(assessor.settings().detectors()).containsExactly("bits-per-byte", "lrr", "dc-pdd");
        assertThat(assessor.settings().calibrations()).containsExactly(news.id());
        assertThat(open(AssessorSettings.defaults()).settings().detectors())
                .contains("fast-detect-gpt", "zlib")
                .doesNotContain("lastde++");
    }

    @Test
    void aDetectorThatAnswersAnotherQuestionStopsTheStart() {
        AssessorSettings wrong = new AssessorSettings(
                List.of(), "zlib", "dc-pdd", 0.01, 64, 8192, 1024, 0.05, Set.of("en"), List.of(), "", 1);

        assertThatThrownBy(() -> open(wrong)).hasMessageContaining("setting deciding-detector is zlib");
    }

    @Test
    void aDetectorThatNothingWasLearnedForStopsTheStart() {
        AssessorSettings wrong = new AssessorSettings(
                List.of(), "assay-1", "dc-pdd", 0.01, 64, 8192, 1024, 0.05, Set.of("en"), List.of(), "", 1);

        assertThatThrownBy(() -> open(wrong)).hasMessageContaining("setting deciding-detector is assay-1");
    }

    /** A process that ends must not wait for a text that is stuck; and nothing is freed under one. */
    @Test
    void closingDoesNotWaitForAStuckText() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        stub.whileScoring = () -> {
            stuck.countDown();
            await(never);
        };
        CompletableFuture<Assessment> text = CompletableFuture.supplyAsync(() -> assess(human(1)), ON_ITS_OWN);
        await(stuck);
        assertThat(CompletableFuture.runAsync(assessor::close, ON_ITS_OWN)).succeedsWithin(Duration.ofMinutes(1));
        assertThat(stub.isClosed).isFalse();
        never.countDown();
        assertThat(text).succeedsWithin(Duration.ofMinutes(1));
        assessor.close();
        assertThat(stub.isClosed).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
