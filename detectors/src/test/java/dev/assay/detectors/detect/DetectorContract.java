package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.detectors.score.TokenScores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every detector promises; each detector's test inherits it. */
abstract class DetectorContract {
    private static final int OVER_LONG = 20_000;

    abstract Detector detector();

    /** Why the direction does not show on the fixed pair; empty where it does. A gap that has closed fails. */
    Optional<String> directionGap() {
        return Optional.empty();
    }

    /** A text of so many tokens that has a score. */
    ScoredText overLong(int tokens) {
        return Texts.noise(tokens, detector().samples());
    }

    /** A news item by a person, or an encyclopedia entry that the 1 MB model of children's stories never saw. */
    private ScoredText lower() {
        return asks(Question.MACHINE) ? sampled(Texts.ofDefaultModel("xsum-human-0")) : Texts.ofStories(2);
    }

    /** The same item continued by GPT-4, or a story as the 1 MB model learned them. */
    private ScoredText higher() {
        return asks(Question.MACHINE) ? sampled(Texts.ofDefaultModel("xsum-gpt4-0")) : Texts.ofStories(0);
    }

    @Test
    void higherMeansMachineOrFamiliar() {
        boolean holds = score(higher()).getAsDouble() > score(lower()).getAsDouble();
        assertThat(holds).as("gap: %s", directionGap()).isEqualTo(directionGap().isEmpty());
    }

    @Test
    void emptyTextIsUndefined() {
        assertThat(score(Texts.noise(0, detector().samples()))).isEmpty();
    }

    @Test
    void shortTextsAreUndefinedOrFinite() {
        for (int n = 1; n <= 24; n++) {
            score(Texts.noise(n, detector().samples()))
                    .ifPresent(value -> assertThat(value).isFinite());
        }
    }

    @Test
    void certainTextIsUndefinedOrFinite() {
        double[] zeros = new double[64];
        int[] first = IntStream.range(0, zeros.length).map(i -> 1).toArray();
        double[][] samples = new double[detector().samples()][zeros.length];
        ScoredText certain = Texts.of(new TokenScores(zeros, first, zeros, zeros, samples));
        score(certain).ifPresent(value -> assertThat(value).isFinite());
    }

    @Test
    @Timeout(20)
    void overLongTextHasAScore() {
        assertThat(score(overLong(OVER_LONG)).getAsDouble()).isFinite();
    }

    @Test
    void sameBitsEveryTimeAndBesideOtherTexts() {
        Detector alone = detector();
        OptionalDouble first = alone.score(higher());
        for (ScoredText other : List.of(lower(), Texts.noise(300, detector().samples()), higher())) {
            OptionalDouble expected = score(other);
            assertThat(alone.score(other)).isEqualTo(expected);
        }
        assertThat(alone.score(higher())).isEqualTo(first);
    }

    @Test
    void sameBitsFromManyThreads() {
        Detector shared = detector();
        ScoredText text = higher();
        List<OptionalDouble> scores = Collections.nCopies(64, text).parallelStream()
                .map(shared::score)
                .toList();
        assertThat(scores).containsOnly(score(text));
    }

    @Test
    void leavesItsInputAlone() {
        ScoredText text = higher();
        double[] before = text.scores().logProbs().clone();
        score(text);
        assertThat(text.scores().logProbs()).containsExactly(before);
    }

    @Test
    void wholeTextIsASliceOfItself() {
        ScoredText text = higher();
        assertThat(score(text.slice(0, text.tokens().count()))).isEqualTo(score(text));
    }

    @Test
    void isRegisteredUnderItsName() {
        assertThat(Detectors.named(detector().name())).hasSameClassAs(detector());
    }

    @Test
    void hasAPage() throws Exception {
        String root = System.getProperty("assay.root");
        assumeThat(root).as("set by the build").isNotNull();
        Path page = Path.of(root, "detectors", "docs", "detectors", detector().name() + ".md");
        assertThat(Files.readString(page)).startsWith("# `" + detector().name() + "`\n");
    }

    private OptionalDouble score(ScoredText text) {
        return detector().score(text);
    }

    private ScoredText sampled(ScoredText text) {
        return Texts.withSamples(text, detector().samples());
    }

    private boolean asks(Question question) {
        return detector().question() == question;
    }
}
