package dev.assay.detectors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardTest {
    @Test
    void medianAndDeviationOfScores() {
        Standard odd = Standard.of(new double[] {9, 1, 2});
        assertThat(odd.median()).isEqualTo(2);
        assertThat(odd.deviation()).isCloseTo(Math.sqrt(19), within(1e-12));
        assertThat(Standard.of(new double[] {4, 1, 2, 9}).median()).isEqualTo(3);
    }

    @Test
    void scoresInDeviationsAboveTheMedian() {
        Standard standard = new Standard(10, 2);
        assertThat(standard.of(13)).isEqualTo(1.5);
        assertThat(standard.within(-3, 4, 13)).isEqualTo(1.5);
        assertThat(standard.within(-3, 4, 100)).isEqualTo(4);
        assertThat(standard.within(-3, 4, -100)).isEqualTo(-3);
    }

    @Test
    void scoresThatAreAllAlikeMakeNoScale() {
        assertThatThrownBy(() -> Standard.of(new double[] {1, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Standard.of(new double[] {1})).isInstanceOf(IllegalArgumentException.class);
    }
}
