package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntropyTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Entropy();
    }

    @Test
    void meanOfTheExpectations() {
        double[] mu = {-2, -4};
        ScoredText text = Texts.of(Golden.scores(new double[2], new int[] {1, 1}, mu, new double[2]));
        assertThat(detector().score(text)).hasValue(-3);
    }
}
