package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Smoothing makes channels alike and changes no result. */
class SmoothingTest {
    @TempDir
    Path folder;

    @Test
    void aLargeChannelIsDividedAndFactorsArePowersOfTwo() {
        // α = 0.6: log₂ s = 0.6 · (10, 0) − 0.4 · (0, 0) − 3 = (3, −3)
        assertThat(Smoothing.factors(new float[] {1024, 1}, new float[] {1, 1})).containsExactly(8, 0.125f);
        // a channel of large weights is left large
        assertThat(Smoothing.factors(new float[] {1, 1}, new float[] {32, 1})).containsExactly(0.5f, 2);
    }

    @Test
    void deadChannelsHaveFiniteFactors() {
        assertThat(Smoothing.factors(new float[] {0, 1}, new float[] {0, 1})).doesNotContain(0, Float.NaN);
    }

    @Test
    void fp32ScoresStayAsTheyAre() throws IOException, OrtException {
        Precision smoothed = new Precision("smoothed", Placement.everywhere(Product.FP32), Product.FP32, true);
        ModelSource source = StoriesModel.read(StoriesBundleTest.SOURCES);
        Bundle plain = Bundle.open(StoriesBundleTest.COMMITTED);
        ImportOptions options = ImportOptions.named("smoothed");
        Bundle even = new BundleWriter(source, options, smoothed, step -> {}).write(folder.resolve("smoothed"));
        int[] ids = StoriesBundleTest.ids(StoriesBundleTest.texts().get(0));
        try (BundleRun before = new BundleRun(plain);
                BundleRun after = new BundleRun(even)) {
            assertThat(after.score(ids).logProb())
                    .containsExactly(before.score(ids).logProb(), Offset.offset(1e-5));
        }
    }

    @Test
    void someFactorsAreNotOne() throws IOException {
        ModelSource source = StoriesModel.read(StoriesBundleTest.SOURCES);
        Precision int8 = Precision.named("int8");
        PreparedModel model = PreparedModel.of(source, int8, folder, step -> {});
        float[] plain = source.weights().attentionNorm(0);
        assertThat(model.weights().attentionNorm(0)).isNotEqualTo(plain).doesNotContain(0, Float.NaN);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void textsAreCutIntoTheModelsTokens() throws IOException {
        SmoothingTexts texts =
                new SmoothingTexts("{\"model\":{\"vocab\":{\"a\":0,\"ab\":1,\"\u0120\":2,\"\u0120b\":3}}}");
        assertThat(texts.cut("ab ba?  b")).containsExactly(1, 3, 0, 2, 3);
        assertThat(texts.ids()).allSatisfy(text -> assertThat(text).isNotEmpty());
    }

    @Test
    void theShippedTextsAreAFewThousandTokens() throws IOException {
        ModelSource source = StoriesModel.read(StoriesBundleTest.SOURCES);
        List<int[]> texts = new SmoothingTexts(source.tokenizerJson()).ids();
        assertThat(texts.stream().flatMapToInt(Arrays::stream).count()).isBetween(2_000L, 20_000L);
    }
}
