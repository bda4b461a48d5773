package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinKTest extends DetectorContract {
    @Override
    Detector detector() {
        return new MinK();
    }

    @Test
    void lowestTwoOfTen() {
        assertThat(detector().score(Texts.of(-1, -9, -1, -1, -1, -7, -1, -1, -1, -1)))
                .hasValue(-8);
    }

    @Test
    void neverFewerThanOne() {
        assertThat(detector().score(Texts.of(-1, -9, -2))).hasValue(-9);
    }
}
