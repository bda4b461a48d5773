package dev.assay.detectors.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTest {
    private final Rung rung = new Rung("news", new double[] {3, 1, 2, 2}, List.of("a"));

    /** Four references 1, 2, 2, 3: p = (1 + how many are at least the score) / 5. */
    @ParameterizedTest
    @CsvSource({"4, 0.2, 1", "3, 0.4, 0.75", "2.5, 0.4, 0.75", "2, 0.8, 0.25", "1, 1, 0", "0, 1, 0"})
    void countsReferencesAtLeastAsHigh(double score, double p, double lower) {
        PValue value = rung.pValue(score);

        assertThat(value.value()).isEqualTo(p);
        assertThat(value.lower()).isEqualTo(lower);
        assertThat(value.references()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 0.05, true",
        "18, 0.05, false",
        "99, 0.01, true",
        "98, 0.01, false",
        "199, 0.005, true",
        "0, 0.5, false"
    })
    void needsEnoughReferencesForTheRate(int references, double alpha, boolean enough) {
        assertThat(new Rung("all", new double[references], List.of()).isEnough(alpha))
                .isEqualTo(enough);
    }

    /** What conformal p-values promise: at most α of the texts that are like the references have p ≤ α. */
    @Test
    void keepsTheRateOnTextsLikeTheReferences() {
        Random random = new Random(3);
        int flagged = 0;
        for (int round = 0; round < 20_000; round++) {
            double[] references = random.doubles(99).toArray();
            flagged += new Rung("all", references, List.of())
                                    .pValue(random.nextDouble())
                                    .value()
                            <= 0.05
                    ? 1
                    : 0;
        }
        assertThat(flagged / 20_000.0).isBetween(0.045, 0.055);
    }
}
