package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.schemas.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UniformityTest {

    /** By hand: F jumps to 1/4, 2/4, 3/4, 1 at 0.1, 0.2, 0.3, 0.9; furthest from p just after 0.3: 0.75 - 0.3. */
    @Test
    void isTheLargestDistanceBetweenTheTwoDistributions() {
        Drift drift = Uniformity.drift(List.of(0.3, 0.1, 0.9, 0.2));
        assertThat(drift.getTexts()).isEqualTo(4);
        assertThat(drift.getKs()).isCloseTo(0.45, within(1e-12));
        assertThat(drift.getMeanP()).isCloseTo(0.375, within(1e-12));
        assertThat(drift.getUpperTexts()).isEqualTo(1);
        assertThat(drift.getKsUpper()).isNull();
        assertThat(drift.getNullShare()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void machineTextsMoveTheWholeButNotTheUpperHalf() {
        List<Double> pValues = uniform(4000);
        Drift calm = Uniformity.drift(pValues);
        for (int i = 0; i < 4000; i++) {
            pValues.add(1 / 1001.0);
        }
        Drift flooded = Uniformity.drift(pValues);
        assertThat(calm.getKs()).isLessThan(0.03);
        assertThat(flooded.getKs()).isGreaterThan(0.4);
        assertThat(flooded.getKsUpper()).isEqualTo(calm.getKsUpper()).isLessThan(0.05);
        assertThat(calm.getNullShare()).isCloseTo(1, within(0.05));
        assertThat(flooded.getNullShare()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void aDriftOfOrdinaryTextsMovesTheUpperHalf() {
        List<Double> shifted = uniform(4000).stream().map(Math::sqrt).toList(); // scores lower than the calibration's
        // On (1/2, 1] the square root of a uniform number has F(p) = (p² - 1/4) / (3/4); furthest from 2p - 1 at p =
        // 3/4.
        assertThat(Uniformity.drift(shifted).getKsUpper()).isCloseTo(1 / 12.0, within(0.03));
    }

    @Test
    void ofOnePValueThereIsNothingToSay() {
        assertThat(Uniformity.drift(List.of(0.3))).isNull();
    }

    private static List<Double> uniform(int count) {
        return new ArrayList<>(new Random(9).doubles(count).boxed().toList());
    }

    /** No rank is 0, but a foreign verdict may say so; two of them left one number, which ended the application. */
    @Test
    void pValuesOfZeroSayNothing() {
        assertThat(Uniformity.drift(List.of(0.0, 0.7))).isNull();
        assertThat(Uniformity.drift(List.of(0.0, 0.0, 0.0))).isNull();
    }
}
