package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MinKPlusPlusTest extends DetectorContract {
    @Override
    Detector detector() {
        return new MinKPlusPlus();
    }

    @Test
    void lowestOfTheStandardized() {
        double[] x = {-6, -9, -1};
        double[] mu = {-2, -7, -1};
        double[] m = {4 + 4, 49 + 1, 1 + 1}; // σ = 2, 1, 1: z = −2, −2, 0
        ScoredText text = Texts.of(Golden.scores(x, new int[] {1, 1, 1}, mu, m));
        assertThat(detector().score(text)).hasValue(-2);
    }

    @Test
    void certainPredictionsAreFlooredNotDividedByZero() {
        double[] x = {-1e-6};
        ScoredText text = Texts.of(Golden.scores(x, new int[] {1}, new double[1], new double[1]));
        assertThat(detector().score(text).getAsDouble()).isCloseTo(-1, within(1e-9));
    }
}
