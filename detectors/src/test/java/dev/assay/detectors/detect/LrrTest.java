package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LrrTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Lrr();
    }

    @Test
    void likelihoodOverRank() {
        double[] x = {-1, -3};
        ScoredText text = Texts.of(Golden.scores(x, new int[] {1, 9}, new double[2], new double[2]));
        assertThat(detector().score(text).getAsDouble()).isCloseTo(2 / Math.log(3), within(1e-12));
    }

    @Test
    void undefinedWhereEveryTokenWasTheFirstGuess() {
        assertThat(detector().score(Texts.of(-1, -3))).isEmpty();
    }
}
