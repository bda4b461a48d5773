package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** SmolLM2-135M-Instruct in int8, against transformers in fp32 on the same weights. */
class Int8DefaultModelTest {
    @Test
    void scoresAreWithinATenthOfTheGoldenOnAverage() throws IOException, OrtException {
        double sum = 0;
        int tokens = 0;
        try (BundleRun run = new BundleRun(DefaultModel.in("int8"))) {
            for (JsonNode text : Golden.read("smollm2-135m-reference.json").get("texts")) {
                double[] golden = Golden.numbers(text.get("log_prob"));
                double[] scores = run.score(Golden.ids(text.get("ids"))).logProb();
                for (int j = 0; j < golden.length; j++) {
                    sum += Math.abs(scores[j] - golden[j]);
                }
                tokens += golden.length;
            }
        }
        assertThat(sum / tokens).isBetween(1e-4, 0.1); // not fp32, and near it
    }
}
