package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.tokenize.Window;
import dev.assay.detectors.tokenize.Windows;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of 32 tokens over windows, with token t + 1 for the one channel of its state. */
class StateSumsTest {
    private static final int LAYER = 2;

    private static PooledStates sum(int tokens, int window) {
        StateSums sums = new StateSums(List.of(LAYER), 1, tokens);
        for (Window next : Windows.cover(tokens, window)) {
            sums.add(0, next, pooled(next));
        }
        return sums.states();
    }

    /** What the graph does. */
    private static FloatBuffer pooled(Window window) {
        float[] pooling = StateSums.pooling(window);
        float[] rows = new float[StateSums.groups(window)];
        for (int i = 0; i < pooling.length; i++) {
            int token = window.start() + i % window.length();
            rows[i / window.length()] += pooling[i] * (token + 1);
        }
        return FloatBuffer.wrap(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 65, 1023, 1024, 1025, 3000})
    void everyTokenIsInItsGroupOnceWhateverTheWindow(int tokens) {
        for (int window : new int[] {2, 3, 31, 32, 50, 64, 100, 1000, 1024}) {
            PooledStates states = sum(tokens, window);
            assertThat(states.groups()).isEqualTo((tokens + 31) / 32);
            for (int g = 0; g < states.groups(); g++) {
                int first = 32 * g + 1;
                int last = Math.min(tokens, 32 * g + 32);
                assertThat(states.tokens(g)).isEqualTo(last - first + 1);
                assertThat(states.mean(LAYER, g, g + 1)).containsExactly((first + last) / 2.0);
            }
        }
    }

    @Test
    void aSumThatIsNoNumberIsAModelFault() {
        StateSums sums = new StateSums(List.of(LAYER), 1, 3);
        assertThatThrownBy(() -> sums.add(0, new Window(0, 0, 3), FloatBuffer.wrap(new float[] {Float.NaN})))
                .isInstanceOf(ModelFaultException.class)
                .hasMessageContainingAll("NaN", "layer 2", "3 tokens");
    }
}
