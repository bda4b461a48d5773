package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.assay.detectors.model.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turning spreads outliers and changes no result. */
class RotatedWeightsTest {
    @TempDir
    Path folder;

    @Test
    void rotationsAreOrthogonal() {
        for (int size : new int[] {1, 2, 3, 8, 12, 576}) {
            float[] matrix = Rotation.of(size).matrix();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double dot = 0;
                    for (int k = 0; k < size; k++) {
                        dot += (double) matrix[i * size + k] * matrix[j * size + k];
                    }
                    assertThat(dot).isCloseTo(i == j ? 1 : 0, Offset.offset(1e-5));
                }
            }
        }
    }

    @Test
    void anOutlierIsSpreadOverAllChannels() {
        float[] row = new float[576];
        row[100] = 24; // √576
        for (float channel : Rotation.of(576).turn(row)) {
            assertThat(Math.abs(channel)).isLessThan(1.5f); // √2 where the cosines peak
        }
    }

    @Test
    void outputsAndInputsTurnAlike() {
        Rotation rotation = Rotation.of(4);
        float[] columns = {1, 5, 2, 6, 3, 7, 4, 8}; // (4 outputs × 2 inputs)
        float[] rows = {1, 2, 3, 4, 5, 6, 7, 8};
        float[] turned = rotation.turn(rows);
        assertThat(new Matrix(4, 2, () -> rotation.turnOutputs(columns, 2)).transposed())
                .isEqualTo(turned);
    }

    @Test
    void fp32ScoresStayAsTheyAre() throws IOException, OrtException {
        ModelSource source = StoriesModel.read(StoriesBundleTest.SOURCES);
        LlamaWeights turned = RotatedWeights.of(source.weights());
        int[] ids = StoriesBundleTest.ids(StoriesBundleTest.texts().get(0));
        try (BundleRun before = new BundleRun(Bundle.open(StoriesBundleTest.COMMITTED));
                BundleRun after = new BundleRun(exact(source, turned))) {
            assertThat(after.score(ids).logProb())
                    .containsExactly(before.score(ids).logProb(), Offset.offset(5e-5));
        }
    }

    /** Turned weights, all products in fp32, also the one whose inputs are turned on their way in. */
    private Bundle exact(ModelSource source, LlamaWeights turned) throws IOException {
        Bundle bundle = new BundleWriter(source, ImportOptions.named("turned"), step -> {}).write(folder.resolve("b"));
        StartState start;
        try (FloatModel model = FloatModel.open(turned, source.startToken(), folder)) {
            start = model.start();
        }
        Product down = new Turned(Product.FP32);
        Placement products = (place, layer) -> place == Place.DOWN ? down : Product.FP32;
        for (Path graph : List.of(bundle.body(), bundle.head())) {
            Files.delete(graph);
        }
        GraphFile.write(LlamaBody.after(start, turned, products), bundle.body());
        GraphFile.write(HeadGraph.of(turned, Product.FP32), bundle.head());
        return bundle;
    }

    @Test
    void spreadLeavesTheStartTokenOut() {
        Spread.Sums sums = new Spread.Sums(2);
        sums.add(new float[] {1000, -1000, 1, 4, 3, 6}); // rows (1000, −1000), (1, 4), (3, 6)
        Spread spread = sums.spread();
        assertThat(spread.mean()).containsExactly(2, 5);
        assertThat(spread.deviation()).isEqualTo(1);
    }

    @Test
    void textsAreCutIntoTheModelsTokens() throws IOException {
        ActivationTexts texts =
                new ActivationTexts("{\"model\":{\"vocab\":{\"a\":0,\"ab\":1,\"\u0120\":2,\"\u0120b\":3}}}");
        assertThat(texts.cut("ab ba?  b")).containsExactly(1, 3, 0, 2, 3);
        assertThat(texts.ids()).allSatisfy(text -> assertThat(text).isNotEmpty());
    }

    @Test
    void theShippedTextsAreAFewThousandTokens() throws IOException {
        ModelSource source = StoriesModel.read(StoriesBundleTest.SOURCES);
        List<int[]> texts = new ActivationTexts(source.tokenizerJson()).ids();
        assertThat(texts.stream().flatMapToInt(Arrays::stream).count()).isBetween(2_000L, 20_000L);
    }
}
