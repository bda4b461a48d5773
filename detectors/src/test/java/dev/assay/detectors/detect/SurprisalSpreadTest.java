package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurprisalSpreadTest extends DetectorContract {
    @Override
    Detector detector() {
        return new SurprisalSpread();
    }

    @Test
    void standardDeviationOfASample() {
        assertThat(detector().score(Texts.of(-1, -3)).getAsDouble()).isCloseTo(-Math.sqrt(2), within(1e-12));
    }

    @Test
    void undefinedForOneToken() {
        assertThat(detector().score(Texts.of(-1))).isEmpty();
    }
}
