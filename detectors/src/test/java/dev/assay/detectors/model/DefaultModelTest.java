package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SmolLM2-135M-Instruct, imported from its GGUF file, against transformers in fp32 on the same dequantized weights. */
class DefaultModelTest {
    private static final Map<String, BundleRun.Scores> SCORED = new HashMap<>();

    private static BundleRun run;
    private static TestTokenizer tokenizer;
    private static JsonNode texts;

    @BeforeAll
    static void open() throws IOException, OrtException {
        if (!DefaultModel.isHere()) {
            return;
        }
        Bundle bundle = DefaultModel.inFp32();
        run = new BundleRun(bundle);
        tokenizer = new TestTokenizer(bundle.tokenizer());
        texts = Golden.read("smollm2-135m-reference.json").get("texts");
    }

    @BeforeEach
    void needTheModel() {
        DefaultModel.assumeHere(); // each test, so that each is counted as skipped
    }

    @AfterAll
    static void close() throws OrtException {
        if (run != null) {
            run.close();
            tokenizer.close();
        }
    }

    @Test
    void idsAreTheGoldenOnes() {
        assertThat(texts)
                .hasSize(8)
                .allSatisfy(text ->
                        assertThat(tokenizer.ids(text.get("text").asText())).isEqualTo(Golden.ids(text.get("ids"))));
    }

    /** Worst measured: 9.6e-5. */
    @Test
    void everyTokenIsWithinAThousandthOfTheGolden() throws OrtException {
        for (JsonNode text : texts) {
            assertThat(score(text).logProb())
                    .as(text.get("name").asText())
                    .containsExactly(Golden.numbers(text.get("log_prob")), offset(1e-3));
        }
    }

    @Test
    void everyRankIsTheGoldenOne() throws OrtException {
        for (JsonNode text : texts) {
            assertThat(Arrays.stream(score(text).rank()).mapToInt(Math::toIntExact))
                    .as(text.get("name").asText())
                    .containsExactly(
                            Arrays.stream(Golden.ids(text.get("rank"))).boxed().toArray(Integer[]::new));
        }
    }

    /** Worst measured: 6.4e-6 relative. */
    @Test
    void sumsAreWithinATenThousandthOfTheGolden() throws OrtException {
        for (JsonNode text : texts) {
            BundleRun.Scores scores = score(text);
            assertSum(scores.logProb(), text.get("log_prob"));
            assertSum(scores.mean(), text.get("mean_log_prob"));
            assertSum(scores.meanSquare(), text.get("mean_sq_log_prob"));
        }
    }

    /** Each text is scored once for all tests. */
    private static BundleRun.Scores score(JsonNode text) throws OrtException {
        String name = text.get("name").asText();
        BundleRun.Scores known = SCORED.get(name);
        if (known == null) {
            known = run.score(Golden.ids(text.get("ids")));
            SCORED.put(name, known);
        }
        return known;
    }

    private static void assertSum(double[] scores, JsonNode golden) {
        double sum = Arrays.stream(Golden.numbers(golden)).sum();
        assertThat(Arrays.stream(scores).sum()).isCloseTo(sum, Percentage.withPercentage(0.01));
    }
}
