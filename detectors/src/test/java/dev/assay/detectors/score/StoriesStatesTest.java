package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.StoriesBundles;
import dev.assay.detectors.tokenize.Tokens;
import dev.assay.detectors.tokenize.Window;
import dev.assay.detectors.tokenize.Windows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of the 1 MB model's states against float64 ({@code src/test/python/pooled_states.py}), and against themselves. */
class StoriesStatesTest {
    private static final List<Integer> LAYERS = List.of(2, 3);
    private static final int CONTEXT = 512;
    /** Of the root mean square; worst measured: 1.9e-6. */
    private static final double FP32_ERROR = 1e-4;

    @TempDir
    private static Path folder;

    private static Bundle fp32;
    private static OnnxScorer scorer;

    @BeforeAll
    static void open() {
        fp32 = StoriesBundles.committed();
        scorer = OnnxScorer.open(fp32, CONTEXT, 1);
    }

    @AfterAll
    static void close() {
        scorer.close();
    }

    private static PooledStates states(OnnxScorer scorer, Tokens tokens) {
        return scorer.score(tokens, 0).states().orElseThrow();
    }

    private static void assertNear(PooledStates actual, PooledStates expected, double error) {
        assertThat(actual.groups()).isEqualTo(expected.groups());
        for (int group = 0; group < expected.groups(); group++) {
            assertThat(actual.tokens(group)).isEqualTo(expected.tokens(group));
            for (int layer : LAYERS) {
                assertThat(StateGolden.error(
                                actual.mean(layer, group, group + 1), expected.mean(layer, group, group + 1)))
                        .isLessThan(error);
            }
        }
    }

    @Test
    void sumsAreTheGoldenOnes() throws IOException {
        for (JsonNode text : StateGolden.texts("stories260k-states.json")) {
            PooledStates states = states(scorer, StateGolden.tokens(text));
            assertThat(states.layers())
                    .isEqualTo(LAYERS)
                    .isEqualTo(fp32.manifest().pooledLayers());
            for (int layer : LAYERS) {
                JsonNode sums = text.get("sums." + layer);
                assertThat(states.groups()).isEqualTo(sums.size());
                for (int group = 0; group < sums.size(); group++) {
                    assertThat(StateGolden.error(sum(states, layer, group), StateGolden.numbers(sums.get(group))))
                            .isLessThan(FP32_ERROR);
                }
            }
        }
    }

    private static double[] sum(PooledStates states, int layer, int group) {
        double[] sum = states.mean(layer, group, group + 1);
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= states.tokens(group);
        }
        return sum;
    }

    /** Turned back in the graph: without that the cosine is about 0. */
    @Test
    void int8SpeaksOfTheSameCoordinates() throws IOException {
        Bundle bundle = StoriesBundles.write("int8", folder.resolve("int8"));
        try (OnnxScorer int8 = OnnxScorer.open(bundle, CONTEXT, 1)) {
            for (JsonNode text : StateGolden.texts("stories260k-states.json")) {
                Tokens tokens = StateGolden.tokens(text);
                for (int layer : LAYERS) {
                    assertThat(StateGolden.cosine(
                                    states(int8, tokens).mean(layer),
                                    states(scorer, tokens).mean(layer)))
                            .isGreaterThan(0.99);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 511, 512, 513, 1023, 1024, 1025, 1537})
    void everyTokenIsInOneGroup(int count) {
        PooledStates states = states(scorer, StateGolden.some(count));
        assertThat(IntStream.range(0, states.groups()).map(states::tokens).sum())
                .isEqualTo(count);
        assertThat(states.groups()).isEqualTo((count + 31) / 32);
    }

    @Test
    void anEmptyTextHasNoGroup() {
        assertThat(states(scorer, StateGolden.some(0)).groups()).isZero();
    }

    /** A token's state depends on what stands before it alone: of two texts that begin alike the whole groups are alike. */
    @Test
    void whatComesLaterChangesNoGroup() {
        for (int count : new int[] {33, 64, 100, 500}) {
            PooledStates of = states(scorer, StateGolden.some(count));
            int whole = count / PooledStates.GROUP;
            PooledStates longer = states(scorer, StateGolden.some(CONTEXT));
            assertNear(longer.slice(0, whole * PooledStates.GROUP), of.slice(0, whole * PooledStates.GROUP), 1e-5);
        }
    }

    /** The start token, by far the largest state, is in no sum: one group's mean is that of its tokens read one by one. */
    @Test
    void aGroupIsTheSumOfItsTokensAlone() {
        Tokens text = StateGolden.some(40);
        double[] sum = new double[fp32.manifest().hiddenSize()];
        double[] before = new double[sum.length];
        for (int n = 1; n <= PooledStates.GROUP; n++) {
            double[] upTo = sum(states(scorer, text.slice(0, n)), LAYERS.get(0), 0);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += upTo[i] - before[i];
            }
            before = upTo;
        }
        assertThat(StateGolden.error(sum(states(scorer, text), LAYERS.get(0), 0), sum))
                .isLessThan(1e-5);
    }

    /**
     * Windows see less of what stands before, so their later sums differ; what a window sums is what it says of its tokens when it is
     * a text of its own. Windows that are no multiples of 64 cut groups, and sum them all the same.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 33, 64, 100})
    void aLongTextIsTheSumOfItsWindows(int window) {
        Tokens text = StateGolden.some(135);
        try (OnnxScorer small = OnnxScorer.open(fp32, window, 1)) {
            assertNear(states(small, text), windowByWindow(text, window), 1e-5);
        }
    }

    /** Token by token: what the first k + 1 of a window sum less what the first k do. */
    private static PooledStates windowByWindow(Tokens text, int window) {
        int width = fp32.manifest().hiddenSize();
        int groups = (text.count() + 31) / 32;
        float[][] sums = new float[LAYERS.size()][groups * width];
        int[] counts = new int[groups];
        for (Window next : Windows.cover(text.count(), window)) {
            for (int token = next.scoreFrom(); token < next.end(); token++) {
                counts[token / 32]++;
                for (int layer = 0; layer < LAYERS.size(); layer++) {
                    double[] state = last(text.slice(next.start(), token + 1), LAYERS.get(layer));
                    for (int i = 0; i < width; i++) {
                        sums[layer][token / 32 * width + i] += (float) state[i];
                    }
                }
            }
        }
        return new PooledStates(LAYERS, counts, sums);
    }

    /** State of a text's last token. */
    private static double[] last(Tokens text, int layer) {
        PooledStates states = states(scorer, text);
        int group = states.groups() - 1;
        double[] state = sum(states, layer, group);
        if (states.tokens(group) > 1) {
            PooledStates shorter = states(scorer, text.slice(0, text.count() - 1));
            double[] others = sum(shorter, layer, group);
            for (int i = 0; i < state.length; i++) {
                state[i] -= others[i];
            }
        }
        return state;
    }

    @Test
    void samplesAndCompanyChangeNoBit() {
        List<Tokens> texts = new ArrayList<>();
        for (int count : new int[] {1, 31, 64, 200, 700}) {
            texts.add(StateGolden.some(count));
        }
        List<double[]> alone =
                texts.stream().map(text -> states(scorer, text).mean(3)).toList();
        IntStream.range(0, 40).parallel().forEach(i -> {
            int text = i % texts.size();
            TokenScores scores = scorer.score(texts.get(text), i % 3);
            assertThat(scores.states().orElseThrow().mean(3)).isEqualTo(alone.get(text));
        });
    }

    /** The model reads one token more for them; what it says of the others stays, but where it reads two rows instead of one. */
    @Test
    void statesChangeNoScore() {
        try (OnnxScorer before = OnnxScorer.open(StoriesBundles.former(), CONTEXT, 1)) {
            for (int count : new int[] {1, 3, 31, 32, 33, 100, 511, 512, 513, 1025}) {
                TokenScores without = before.score(StateGolden.some(count), 3);
                assertThat(without.states()).isEmpty();
                OnnxScorerTest.assertSameBits(scorer.score(StateGolden.some(count), 3), without);
            }
        }
    }
}
