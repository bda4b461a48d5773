package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.evaluate.RocCurve.Point;
import org.junit.jupiter.api.Test;

class RocCurveTest {
    @Test
    void cornersAsTheThresholdFalls() {
        // 5 m, 4 m, 3 h, 2 m, 1 h
        RocCurve curve = RocCurve.of(ScoredTexts.of(new double[] {3, 1}, new double[] {5, 4, 2}));
        assertThat(curve.humans()).isEqualTo(2);
        assertThat(curve.machines()).isEqualTo(3);
        assertThat(curve.points())
                .containsExactly(
                        new Point(0, 0),
                        new Point(0, 2 / 3.0),
                        new Point(0.5, 2 / 3.0),
                        new Point(0.5, 1),
                        new Point(1, 1));
    }

    @Test
    void equalScoresAreOneStepOfBothClasses() {
        RocCurve curve = RocCurve.of(ScoredTexts.of(new double[] {2, 1}, new double[] {2, 1}));
        assertThat(curve.points()).containsExactly(new Point(0, 0), new Point(0.5, 0.5), new Point(1, 1));
    }

    @Test
    void oneClassAloneHasNoCurve() {
        assertThat(RocCurve.of(ScoredTexts.of(new double[] {1, 2}, new double[0]))
                        .points())
                .isEmpty();
    }
}
