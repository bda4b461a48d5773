package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void wilsonIntervalAsTextbooksHaveIt() {
        // z = 1.96: centre (10 + z²/2) / (100 + z²), half-width z √(9 + z²/4) / (100 + z²)
        Rate rate = Rate.of(10, 100);
        assertThat(rate.value()).isEqualTo(0.1);
        assertThat(rate.low()).isCloseTo(0.0552, within(5e-5));
        assertThat(rate.high()).isCloseTo(0.1744, within(5e-5));
    }

    @Test
    void noneOfManyIsNotNothing() {
        Rate rate = Rate.of(0, 75);
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isCloseTo(3.8415 / (75 + 3.8415), within(1e-4));
    }

    @Test
    void ofNothingAnythingIsPossible() {
        assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, 0, 1));
        assertThat(Rate.of(0, 0).value()).isNaN();
    }
}
