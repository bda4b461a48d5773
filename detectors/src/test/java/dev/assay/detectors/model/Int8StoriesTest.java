package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 1 MB model in int8 against its own fp32 golden values. */
class Int8StoriesTest {
    /** Nats, the limit for a default precision; measured: 0.070 (heads of 8 numbers, rows of 64). */
    private static final double MEAN_LIMIT = 0.1;

    @TempDir
    static Path folder;

    private static Bundle bundle;
    private static BundleRun run;

    @BeforeAll
    static void write() throws IOException, OrtException {
        bundle = StoriesBundles.write("int8", folder.resolve("int8"));
        run = new BundleRun(bundle);
    }

    @AfterAll
    static void close() throws OrtException {
        run.close();
    }

    @Test
    void idsAreTheGoldenOnes() throws IOException {
        try (TestTokenizer tokenizer = new TestTokenizer(bundle.tokenizer())) {
            for (JsonNode text : StoriesBundleTest.texts()) {
                assertThat(tokenizer.ids(text.get("text").asText())).isEqualTo(StoriesBundleTest.ids(text));
            }
        }
    }

    @Test
    void anotherPrecisionIsAnotherBundle() throws IOException {
        assertThat(bundle.manifest().precision()).isEqualTo("int8");
        assertThat(bundle.id())
                .isNotEqualTo(Bundle.open(StoriesBundleTest.COMMITTED).id());
    }

    @Test
    void scoresAreNearTheGoldenOnes() throws IOException, OrtException {
        double sum = 0;
        int tokens = 0;
        for (JsonNode text : StoriesBundleTest.texts()) {
            double[] golden = Golden.numbers(text.get("token_logprobs"));
            double[] scores = run.score(StoriesBundleTest.ids(text)).logProb();
            for (int j = 0; j < golden.length; j++) {
                sum += Math.abs(scores[j] - golden[j]);
            }
            tokens += golden.length;
        }
        assertThat(sum / tokens).isBetween(1e-4, MEAN_LIMIT); // not fp32, and near it
    }

    @Test
    void aTextScoresTheSameAmongFiftyOthers() throws IOException, OrtException {
        int[] text = StoriesBundleTest.ids(StoriesBundleTest.texts().get(0));
        double[] alone = run.score(text).logProb();
        List<double[]> others = new ArrayList<>();
        for (int neighbour = 1; neighbour <= 50; neighbour++) {
            int[] other = text.clone();
            Arrays.fill(other, 0, Math.min(other.length, neighbour), 3 + neighbour);
            others.add(run.score(other).logProb());
            assertThat(run.score(text).logProb()).isEqualTo(alone);
        }
        assertThat(others).doesNotContain(alone).hasSize(50);
    }
}
