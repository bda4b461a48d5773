package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FastDetectGptTest extends DetectorContract {
    @Override
    Detector detector() {
        return new FastDetectGpt();
    }

    @Override
    Optional<String> directionGap() {
        return Optional.of(
                "GPT-4 does not write what this small model would draw; only 0.81 of such pairs are in order");
    }

    @Test
    void surplusInStandardDeviations() {
        double[] x = {-1, -2};
        double[] mu = {-2, -3};
        double[] m = {4 + 1, 9 + 3}; // σ² = 1 and 3
        assertThat(detector().score(Texts.of(Golden.scores(x, new int[] {1, 1}, mu, m))))
                .hasValue(2 / Math.sqrt(4));
    }

    @Test
    void undefinedWhereTheModelWasCertain() {
        double[] zeros = new double[3];
        assertThat(detector().score(Texts.of(Golden.scores(zeros, new int[3], zeros, zeros))))
                .isEmpty();
    }
}
