package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.model.DefaultModel;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums of the default model's states against float64 on the same dequantized weights ({@code src/test/python/pooled_states.py}). */
class DefaultModelStatesTest {
    private static final int WINDOW = 1024;

    @BeforeEach
    void needTheModel() {
        DefaultModel.assumeHere();
    }

    private static PooledStates states(OnnxScorer scorer, JsonNode text) {
        return scorer.score(StateGolden.tokens(text), 0).states().orElseThrow();
    }

    /** Worst measured: 4.7e-6 of the root mean square. */
    @Test
    void meansAreTheGoldenOnes() throws IOException {
        try (OnnxScorer fp32 = OnnxScorer.open(DefaultModel.inFp32(), WINDOW, 1)) {
            for (JsonNode text : StateGolden.texts("smollm2-135m-states.json")) {
                PooledStates states = states(fp32, text);
                assertThat(states.layers()).containsExactly(14, 21);
                for (int layer : states.layers()) {
                    assertThat(StateGolden.error(states.mean(layer), StateGolden.numbers(text.get("mean." + layer))))
                            .isLessThan(1e-4);
                }
            }
        }
    }

    /** Least measured: 0.99973, over two tokens. */
    @Test
    void int8PointsWhereTheGoldenOnesDo() throws IOException {
        try (OnnxScorer int8 = OnnxScorer.open(DefaultModel.in("int8"), WINDOW, 1)) {
            for (JsonNode text : StateGolden.texts("smollm2-135m-states.json")) {
                PooledStates states = states(int8, text);
                for (int layer : states.layers()) {
                    assertThat(StateGolden.cosine(states.mean(layer), StateGolden.numbers(text.get("mean." + layer))))
                            .isGreaterThan(0.99);
                }
            }
        }
    }

    @Test
    void aTextLongerThanTheWindowHasAllItsGroups() {
        Tokens text = StateGolden.some(WINDOW + 1);
        try (OnnxScorer scorer = OnnxScorer.open(DefaultModel.in("int8"), WINDOW, 1)) {
            PooledStates states = scorer.score(text, 0).states().orElseThrow();
            assertThat(states.groups()).isEqualTo(33);
            assertThat(states.tokens(32)).isEqualTo(1);
            PooledStates first = scorer.score(text.slice(0, WINDOW), 0).states().orElseThrow();
            assertThat(states.mean(14, 0, 32)).isEqualTo(first.mean(14));
        }
    }
}
