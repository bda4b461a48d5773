package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.model.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model against itself: nothing may differ. */
class ModelVerificationTest {
    private static final Bundle STORIES =
            Bundle.open(Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
    private static final List<LabelledText> TEXTS = List.of(
            LabelledText.of("a", "Once upon a time there was a little girl who liked to play outside.", Label.MACHINE),
            LabelledText.of("b", "The purple committee abstained; nobody had read page nine of it.", Label.HUMAN),
            LabelledText.of("c", "", Label.HUMAN));

    private static ModelVerification.Settings settings(int maxTokens) {
        return new ModelVerification.Settings(List.of(Detectors.named("fast-detect-gpt")), 512, maxTokens, 1);
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        try (ModelVerification verification = ModelVerification.open(STORIES, STORIES, settings(500))) {
            List<Integer> seen = new ArrayList<>();
            VerificationReport report = verification.of(TEXTS, seen::add);
            assertThat(seen).as("the empty text is passed over").containsExactly(1, 2);
            assertThat(report.meanLogProbDifference()).isZero();
            assertThat(report.speedRatio()).isPositive();
            assertThat(report.detectors()).singleElement().satisfies(difference -> {
                assertThat(difference.meanDifference()).isZero();
                assertThat(difference.referenceAuroc()).isEqualTo(1);
                assertThat(difference.aurocDifference()).isZero();
            });
        }
    }

    @Test
    void saysWhenNothingCanBeScored() {
        try (ModelVerification verification = ModelVerification.open(STORIES, STORIES, settings(5))) {
            assertThatThrownBy(() -> verification.of(TEXTS, n -> {})).hasMessageContaining("texts of 1 to 5 tokens");
        }
    }
}
