package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotating the wrong pairs of numbers must be seen by the golden values; with flat attention it would pass unseen. */
class RotationTest {
    private static final int INPUTS = 2;

    @Test
    void interleavedPairsBecomeSplitPairsAndTheRestIsZero() {
        // one head of 4 rows to 8: pairs (0, 1) and (2, 3) become rows (0, 4) and (1, 5)
        float[] rows = {1, 1, 2, 2, 3, 3, 4, 4};
        assertThat(Heads.splitRotation(rows, INPUTS, 4, 8))
                .containsExactly(1, 1, 3, 3, 0, 0, 0, 0, 2, 2, 4, 4, 0, 0, 0, 0);
    }

    @Test
    void valuesKeepTheirOrder() {
        float[] rows = {1, 1, 2, 2, 3, 3, 4, 4};
        assertThat(Heads.padRows(rows, INPUTS, 2, 3)).containsExactly(1, 1, 2, 2, 0, 0, 3, 3, 4, 4, 0, 0);
        assertThat(Heads.padColumns(new float[] {1, 2, 3, 4}, 2, 3)).containsExactly(1, 2, 0, 3, 4, 0);
    }

    @Test
    void theGoldenValuesSeeAWrongRotation(@TempDir Path folder) throws IOException, OrtException {
        Bundle wrong = write(rotatedWrong(StoriesModel.read(StoriesBundleTest.SOURCES)), folder.resolve("wrong"));
        JsonNode text = StoriesBundleTest.texts().get(0);
        double[] golden = Golden.numbers(text.get("token_logprobs"));
        try (BundleRun run = new BundleRun(wrong)) {
            double[] scores = run.score(StoriesBundleTest.ids(text)).logProb();
            double worst = 0;
            for (int j = 0; j < golden.length; j++) {
                worst = Math.max(worst, Math.abs(scores[j] - golden[j]));
            }
            assertThat(worst).isGreaterThan(0.1);
        }
    }

    private static Bundle write(ModelSource source, Path target) {
        return new BundleWriter(source, ImportOptions.named("wrong"), step -> {}).write(target);
    }

    /** Hands out query and key rows as if the file were ordered for split rotation. */
    private static ModelSource rotatedWrong(ModelSource source) {
        HeldWeights weights = (HeldWeights) source.weights();
        Map<String, List<float[]>> kinds = new HashMap<>(weights.kinds());
        for (String kind : List.of("query", "key")) {
            kinds.put(
                    kind,
                    kinds.get(kind).stream()
                            .map(rows -> interleave(rows, weights.shape()))
                            .toList());
        }
        return new ModelSource(
                source.architecture(),
                source.file(),
                source.sha256(),
                new HeldWeights(weights.shape(), kinds),
                source.tokenizerJson(),
                source.startToken());
    }

    private static float[] interleave(float[] rows, LlamaShape shape) {
        int size = shape.headSize();
        int width = shape.hidden();
        float[] mixed = Arrays.copyOf(rows, rows.length);
        for (int row = 0; row < rows.length / width; row++) {
            int i = row % size;
            int target = row - i + i % (size / 2) * 2 + i / (size / 2);
            System.arraycopy(rows, row * width, mixed, target * width, width);
        }
        return mixed;
    }
}
