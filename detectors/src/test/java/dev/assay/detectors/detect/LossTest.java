package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Loss();
    }

    @Test
    void meanOfTheLogProbabilities() {
        assertThat(detector().score(Texts.of(-1, -3))).hasValue(-2);
    }
}
