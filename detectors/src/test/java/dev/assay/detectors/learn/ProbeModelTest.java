package dev.assay.detectors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.detectors.score.PooledStates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tokens of two channels: means (3, 4) behind layer 1 and (0, −2) behind layer 2. */
class ProbeModelTest {
    private static final PooledStates STATES = PooledStates.of(List.of(1, 2), 2, new float[][] {{6, 8}, {0, -4}});
    private static final double ROOT = Math.sqrt(2);

    @Test
    void eachLayerIsDividedByItsOwnRootMeanSquare() {
        assertThat(ProbeModel.features(STATES, List.of(1, 2)))
                .containsExactly(new double[] {3 / (5 / ROOT), 4 / (5 / ROOT), 0, -ROOT}, within(1e-12));
    }

    @Test
    void theScoreIsTheLengthAlongTheDirection() {
        ProbeModel model = new ProbeModel(List.of(1, 2), new float[] {1, 0, 0, 2});
        assertThat(model.score(STATES)).isCloseTo(3 / (5 / ROOT) - 2 * ROOT, within(1e-12));
    }

    @Test
    void statesOfNothingAreNoDirection() {
        PooledStates zero = PooledStates.of(List.of(1), 1, new float[1][2]);
        assertThat(ProbeModel.features(zero, List.of(1))).containsExactly(0, 0);
    }

    @Test
    void anotherWidthIsRefused() {
        ProbeModel model = new ProbeModel(List.of(1), new float[3]);
        assertThatThrownBy(() -> model.score(STATES)).hasMessage("2 numbers for 3 weights");
    }
}
