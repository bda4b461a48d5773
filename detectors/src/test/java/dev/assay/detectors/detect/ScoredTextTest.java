package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoredTextTest {
    private final ScoredText whole = Texts.noise(10, 2);
    private final ScoredText part = whole.slice(3, 5);

    @Test
    void sliceHoldsTheNumbersOfItsTokens() {
        assertThat(part.scores().count()).isEqualTo(2);
        for (int j = 0; j < 2; j++) {
            assertThat(part.scores().logProbs()[j]).isEqualTo(whole.scores().logProbs()[3 + j]);
            assertThat(part.scores().ranks()[j]).isEqualTo(whole.scores().ranks()[3 + j]);
            assertThat(part.scores().meanLogProbs()[j]).isEqualTo(whole.scores().meanLogProbs()[3 + j]);
            assertThat(part.scores().variance(j)).isEqualTo(whole.scores().variance(3 + j));
            assertThat(part.scores().sampledLogProbs()[1][j])
                    .isEqualTo(whole.scores().sampledLogProbs()[1][3 + j]);
        }
    }

    @Test
    void sliceKeepsIdsAndPlaceInTheText() {
        assertThat(part.tokens().ids()).containsExactly(3, 4);
        assertThat(part.tokens().byteStarts()).containsExactly(3, 4);
        assertThat(part.tokens().bytes(0, 2)).isEqualTo(2);
        assertThat(part.tokens().utf8()).hasSize(2);
        assertThat(part.frequencies()).isEqualTo(whole.frequencies());
    }

    @Test
    void emptySliceIsUndefinedForEveryDetector() {
        for (Detector detector : Detectors.all()) {
            assertThat(detector.score(whole.slice(4, 4))).as(detector.name()).isEmpty();
        }
    }
}
