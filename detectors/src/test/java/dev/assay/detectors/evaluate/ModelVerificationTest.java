package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 1 MB model against itself, and in 8 bits against its fp32. */
class ModelVerificationTest {
    @TempDir
    private static Path folder;

    private static Bundle int8;

    private static final Bundle STORIES = StoriesBundles.committed();
    private static final List<LabelledText> TEXTS = List.of(
            LabelledText.of(
                    "a",
                    "Once upon a time there was a little girl named Lily. She loved to play outside in the park with her friends.",
                    Label.MACHINE),
            LabelledText.of(
                    "b", "The purple committee abstained; nobody had read page nine of it, nor page ten.", Label.HUMAN),
            LabelledText.of("c", "One day, a big dog saw a red ball. The dog was happy and ran to it.", Label.MACHINE),
            LabelledText.of("d", "Quarterly yields fell, whereupon Ostrava's bondholders sued.", Label.HUMAN),
            LabelledText.of("e", "", Label.HUMAN),
            LabelledText.of("f", "lone \uD800 surrogate", Label.HUMAN));

    @BeforeAll
    static void write() throws IOException {
        int8 = StoriesBundles.write("int8", folder.resolve("int8"));
    }

    private static ModelVerification.Settings settings(int maxTokens) {
        return new ModelVerification.Settings(Detectors.all(), 512, maxTokens, 1);
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        VerificationReport report = report(STORIES, STORIES);
        assertThat(report.texts()).as("two of them cannot be scored").isEqualTo(4);
        assertThat(report.meanLogProbDifference()).isZero();
        // nothing was learned for this model
        assertThat(report.detectors()).hasSize(Detectors.all().size() - 3).allSatisfy(difference -> {
            assertThat(difference.referenceAuroc())
                    .as("%s, which for dc-pdd takes reference frequencies", difference.detector())
                    .isBetween(0.0, 1.0);
            assertThat(difference.meanDifference()).isZero();
            assertThat(difference.aurocDifference()).isZero();
            assertThat(difference.aurocNoise()).isBetween(0.0, 1.0);
        });
        assertThat(report.detector("bits-per-byte").orElseThrow().aurocNoise()).isZero();
        assertThat(report.detector("bits-per-byte").orElseThrow().referenceAuroc())
                .isEqualTo(1);
        assertThat(PrecisionLimits.REQUIRED.missedBy(report)).isEmpty();
    }

    @Test
    void eightBitsDifferALittle() {
        VerificationReport report = report(STORIES, int8);
        assertThat(report.meanLogProbDifference()).isBetween(1e-3, 0.1);
        for (String detector : List.of("fast-detect-gpt", "lastde", "lastde++", "log-rank", "min-k++")) {
            assertThat(report.detector(detector).orElseThrow().meanDifference())
                    .as(detector)
                    .isBetween(1e-6, 1.0);
        }
    }

    @Test
    void theSameTextsGiveTheSameBits() {
        assertThat(report(STORIES, int8)).isEqualTo(report(STORIES, int8));
    }

    @Test
    void saysWhenNothingCanBeScored() {
        try (ModelVerification verification = ModelVerification.open(STORIES, STORIES, settings(5))) {
            assertThatThrownBy(() -> verification.of(TEXTS, n -> {})).hasMessageContaining("texts of 1 to 5 tokens");
        }
    }

    private static VerificationReport report(Bundle reference, Bundle candidate) {
        try (ModelVerification verification = ModelVerification.open(reference, candidate, settings(500))) {
            Set<Integer> seen = Collections.synchronizedSet(new TreeSet<>());
            VerificationReport report = verification.of(TEXTS, seen::add);
            assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6);
            return report;
        }
    }
}
