package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed 1 MB bundle against values of an independent float64 implementation. */
class StoriesBundleTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("assay.root"), "detectors", "src", "test", "resources");
    /** Worst measured over all texts: 1.5e-5. */
    private static final Offset<Double> FLOAT_ACCURACY = Offset.offset(1e-4);

    static final Path SOURCES = RESOURCES.resolve("stories260K");
    static final Path COMMITTED = RESOURCES.resolve("models").resolve("stories260K");

    static Bundle write(Path target) throws IOException {
        ImportOptions options = new ImportOptions(
                "stories260k", "fp32", "MIT", "github.com/karpathy/llama2.c, stories260K.bin and tok512.bin");
        return new BundleWriter(StoriesModel.read(SOURCES), options, step -> {}).write(target);
    }

    @Test
    void regeneratingGivesTheSameIdentity(@TempDir Path folder) throws IOException {
        Bundle regenerated = write(folder.resolve("again"));
        assertThat(regenerated.id()).isEqualTo(Bundle.open(COMMITTED).id());
    }

    @Test
    void idsAreTheGoldenOnes() throws IOException {
        try (TestTokenizer tokenizer = new TestTokenizer(COMMITTED.resolve(Bundle.TOKENIZER))) {
            for (JsonNode text : texts()) {
                assertThat(tokenizer.ids(text.get("text").asText())).isEqualTo(ids(text));
            }
        }
    }

    @Test
    void scoresAreTheGoldenOnes() throws IOException, OrtException {
        try (BundleRun run = new BundleRun(Bundle.open(COMMITTED))) {
            for (JsonNode text : texts()) {
                BundleRun.Scores scores = run.score(ids(text));
                assertThat(scores.logProb())
                        .containsExactly(Golden.numbers(text.get("token_logprobs")), FLOAT_ACCURACY);
                assertThat(scores.mean()).containsExactly(Golden.numbers(text.get("mu")), FLOAT_ACCURACY);
                assertThat(spread(scores)).containsExactly(Golden.numbers(text.get("sigma")), FLOAT_ACCURACY);
            }
        }
    }

    /** σ = √(m − μ²). */
    private static double[] spread(BundleRun.Scores scores) {
        double[] sigma = new double[scores.mean().length];
        for (int j = 0; j < sigma.length; j++) {
            double mean = scores.mean()[j];
            sigma[j] = Math.sqrt(Math.max(0, scores.meanSquare()[j] - mean * mean));
        }
        return sigma;
    }

    /** The golden ids without the start token. */
    static int[] ids(JsonNode text) {
        int[] ids = Golden.ids(text.get("token_ids"));
        return Arrays.copyOfRange(ids, 1, ids.length);
    }

    static JsonNode texts() throws IOException {
        return Golden.read("stories260k-scores.json").get("cases");
    }
}
