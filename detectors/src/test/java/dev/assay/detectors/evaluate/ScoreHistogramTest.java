package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {
    @Test
    void sharesOfEachClassByBin() {
        List<ScoredLabel> texts = ScoredTexts.of(new double[] {0, 0.5, 1, 3.9}, new double[] {4, 3});
        assertThat(ScoreHistogram.of(texts, 4))
                .isEqualTo(
                        new ScoreHistogram(0, 1, List.of(0.5, 0.25, 0.0, 0.25, 0.0), List.of(0.0, 0.0, 0.0, 0.5, 0.5)));
    }

    @Test
    void edgesAreRound() {
        ScoreHistogram histogram = ScoreHistogram.of(ScoredTexts.of(new double[] {-7, 23}, new double[0]), 20);
        assertThat(histogram.width()).isEqualTo(2);
        assertThat(histogram.low()).isEqualTo(-8);
        assertThat(histogram.humans()).hasSize(16).startsWith(0.5).endsWith(0.5);
    }

    @Test
    void oneScoreOnlyHasABinOfItsOwn() {
        ScoreHistogram histogram = ScoreHistogram.of(ScoredTexts.of(new double[] {2, 2}, new double[0]), 4);
        assertThat(histogram).isEqualTo(new ScoreHistogram(2, 1, List.of(1.0), List.of(0.0)));
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        List<ScoredLabel> texts = ScoredTexts.of(new double[] {1, 2, Double.NEGATIVE_INFINITY}, new double[0]);
        assertThat(ScoreHistogram.of(texts, 1).humans()).containsExactly(0.5, 0.5);
    }
}
