package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurprisalStepsTest extends DetectorContract {
    @Override
    Detector detector() {
        return new SurprisalSteps();
    }

    @Test
    void standardDeviationOfTheSteps() {
        // Steps of 2 and −2
        assertThat(detector().score(Texts.of(-3, -1, -3)).getAsDouble()).isCloseTo(-Math.sqrt(8), within(1e-12));
    }

    @Test
    void evenPaceHasNoSpread() {
        assertThat(detector().score(Texts.of(-1, -2, -3)).getAsDouble()).isZero();
    }

    @Test
    void undefinedForTwoTokens() {
        assertThat(detector().score(Texts.of(-1, -2))).isEmpty();
    }
}
