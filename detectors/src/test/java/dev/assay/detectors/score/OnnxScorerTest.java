package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed 1 MB model against values of an independent float64 implementation, and against itself. */
class OnnxScorerTest {
    private static final int WINDOW = 512;
    private static final int SAMPLES = 20;
    private static Bundle bundle;
    private static Tokenizer tokenizer;
    private static OnnxScorer scorer;
    private static JsonNode golden;

    @BeforeAll
    static void open() throws IOException {
        bundle = Bundle.open(
                Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
        tokenizer = DjlTokenizer.open(bundle);
        scorer = OnnxScorer.open(bundle, WINDOW, 1);
        try (InputStream in = OnnxScorerTest.class.getResourceAsStream("/golden/stories260k-scores.json")) {
            golden = new ObjectMapper().readTree(in);
        }
    }

    @AfterAll
    static void close() {
        scorer.close();
        tokenizer.close();
    }

    static Tokens tokens(String text) {
        return tokenizer.tokenize(new NormalizedText(text, text, new int[0], new int[0], null));
    }

    private static List<Tokens> texts() {
        return golden.get("cases").findValuesAsText("text").stream()
                .map(OnnxScorerTest::tokens)
                .toList();
    }

    static void assertSameBits(TokenScores actual, TokenScores expected) {
        assertThat(actual.logProbs()).isEqualTo(expected.logProbs());
        assertThat(actual.ranks()).isEqualTo(expected.ranks());
        assertThat(actual.meanLogProbs()).isEqualTo(expected.meanLogProbs());
        assertThat(actual.meanSquaredLogProbs()).isEqualTo(expected.meanSquaredLogProbs());
        assertThat(actual.sampledLogProbs()).isDeepEqualTo(expected.sampledLogProbs());
    }

    @Test
    void scoresAreTheGoldenOnes() {
        for (JsonNode expected : golden.get("cases")) {
            TokenScores scores = scorer.score(tokens(expected.get("text").asText()), 0);
            assertThat(scores.count()).isEqualTo(expected.get("token_logprobs").size());
            for (int j = 0; j < scores.count(); j++) {
                assertThat(scores.logProbs()[j])
                        .isCloseTo(expected.get("token_logprobs").get(j).asDouble(), within(1e-4));
                assertThat(scores.meanLogProbs()[j])
                        .isCloseTo(expected.get("mu").get(j).asDouble(), within(1e-4));
                assertThat(Math.sqrt(scores.variance(j)))
                        .isCloseTo(expected.get("sigma").get(j).asDouble(), within(1e-3));
            }
        }
    }

    @Test
    void companyAndThreadsChangeNoBit() {
        List<Tokens> texts = texts();
        List<TokenScores> alone =
                texts.stream().map(t -> scorer.score(t, SAMPLES)).toList();
        try (OnnxScorer two = OnnxScorer.open(bundle, WINDOW, 2)) {
            IntStream.range(0, 6 * texts.size()).parallel().forEach(i -> {
                int text = i % texts.size();
                OnnxScorer either = i % 2 == 0 ? scorer : two;
                assertSameBits(either.score(texts.get(text), SAMPLES), alone.get(text));
            });
        }
    }

    @Test
    void samplingChangesNoOtherNumber() {
        Tokens text = texts().get(0);
        TokenScores plain = scorer.score(text, 0);
        TokenScores sampled = scorer.score(text, SAMPLES);
        assertThat(sampled.logProbs()).isEqualTo(plain.logProbs());
        assertThat(plain.sampledLogProbs()).isEmpty();
        assertThat(sampled.sampledLogProbs()).hasDimensions(SAMPLES, text.count());
    }

    @Test
    void samplesHaveTheDistributionsMean() {
        Tokens text = texts().get(0);
        TokenScores scores = scorer.score(text, 2_000);
        for (int j = 0; j < text.count(); j++) {
            int token = j;
            double mean = Arrays.stream(scores.sampledLogProbs())
                    .mapToDouble(row -> row[token])
                    .average()
                    .orElseThrow();
            double standardError = Math.sqrt(scores.variance(j) / 2_000);
            assertThat(mean).isCloseTo(scores.meanLogProbs()[j], within(5 * standardError + 1e-4));
        }
    }

    @Test
    void aTextLongerThanTheWindowKeepsAllItsTokens() {
        Tokens text =
                tokens("She loved to play outside in the park. ".repeat(220).strip());
        assertThat(text.count()).isGreaterThan(2_000);
        TokenScores scores = scorer.score(text, 0);
        assertThat(scores.count()).isEqualTo(text.count());
        assertThat(Arrays.stream(scores.logProbs())).allMatch(x -> x < 0);
        assertThat(Arrays.stream(scores.ranks()))
                .allMatch(r -> r >= 1 && r <= bundle.manifest().vocabulary());
    }

    @Test
    void theFirstWindowIsScoredAsIfItWereAlone() {
        Tokens text = tokens("One day a little girl went to the park with her mom. "
                .repeat(60)
                .strip());
        Tokens head = new Tokens(text.text(), Arrays.copyOf(text.ids(), WINDOW), text.byteStarts(), text.byteEnds());
        assertThat(Arrays.copyOf(scorer.score(text, 0).logProbs(), WINDOW))
                .isEqualTo(scorer.score(head, 0).logProbs());
    }

    @Test
    void noTokenAndOneTokenAreTaken() {
        assertThat(scorer.score(tokens(""), SAMPLES).count()).isZero();
        assertThat(scorer.score(tokens("Once"), 0).count()).isEqualTo(1);
    }

    @Test
    void aWindowBeyondTheContextIsRefused() {
        assertThatThrownBy(() -> OnnxScorer.open(bundle, 100_000, 1)).hasMessageContaining("setting window");
    }

    @Test
    void aTokenThatTheModelDoesNotKnowIsAModelFault() {
        Tokens text = tokens("Once upon a time");
        Tokens unknown = new Tokens(text.text(), new int[] {3, 99_999, 4}, new int[3], new int[3]);
        assertThatThrownBy(() -> scorer.score(unknown, 0))
                .isInstanceOf(ModelFaultException.class)
                .hasMessageContaining("3 tokens");
        assertThat(scorer.score(text, 0).count()).isEqualTo(text.count());
    }

    @Test
    void wantOfMemoryIsToldFromOtherFaults() {
        for (String words : List.of(
                "running Softmax node. Status Message: bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 281474",
                "std::bad_alloc")) {
            assertThat(OnnxRuntime.isWantOfMemory(new OrtException(words))).isTrue();
        }
        assertThat(OnnxRuntime.isWantOfMemory(new OrtException("indices element out of data bounds")))
                .isFalse();
        assertThat(OnnxRuntime.isWantOfMemory(new OrtException((String) null))).isFalse();
    }

    @Test
    void aClosedScorerSaysSo() {
        OnnxScorer other = OnnxScorer.open(bundle, WINDOW, 1);
        other.close();
        other.close();
        assertThatThrownBy(() -> other.score(tokens("Once"), 0)).hasMessageContaining("closed");
    }
}
