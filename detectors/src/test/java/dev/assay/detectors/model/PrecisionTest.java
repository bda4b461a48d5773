package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void anUnknownPrecisionIsToldTheKnownOnes() {
        assertThatThrownBy(() -> Precision.named("int9"))
                .isInstanceOf(BundleException.class)
                .hasMessage("unknown precision int9; use one of [fp32, int8]");
    }
}
