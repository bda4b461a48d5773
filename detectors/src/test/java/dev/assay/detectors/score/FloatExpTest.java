package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class FloatExpTest {
    @Test
    void isCloseToTheRealOne() {
        for (float x = 0; x > -80; x -= 0.00937f) {
            double exact = Math.exp(x);
            assertThat((double) FloatExp.of(x)).isCloseTo(exact, withinPercentage(1e-3));
        }
        assertThat(FloatExp.of(0)).isEqualTo(1f);
    }

    @Test
    void impossibleIsZero() {
        assertThat(FloatExp.of(-90f)).isZero();
        assertThat(FloatExp.of(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FloatExp.of(Float.NaN)).isZero();
    }
}
