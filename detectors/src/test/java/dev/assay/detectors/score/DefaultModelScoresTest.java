package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.DefaultModel;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.tokenize.DjlTokenizer;
import dev.assay.detectors.tokenize.Tokenizer;
import dev.assay.detectors.tokenize.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The default model from text to scores, against transformers in fp32 on the same weights, and against itself. */
class DefaultModelScoresTest {
    private static final int WINDOW = 1024;
    private static Bundle bundle;
    private static Tokenizer tokenizer;
    private static OnnxScorer scorer;
    private static List<JsonNode> golden;

    @BeforeAll
    static void open() throws IOException {
        if (!DefaultModel.isHere()) {
            return;
        }
        bundle = DefaultModel.inFp32();
        tokenizer = DjlTokenizer.open(bundle);
        scorer = OnnxScorer.open(bundle, WINDOW, 1);
        try (InputStream in = DefaultModelScoresTest.class.getResourceAsStream("/golden/smollm2-135m-reference.json")) {
            JsonNode texts = new ObjectMapper().readTree(in).get("texts");
            golden = StreamSupport.stream(texts.spliterator(), false).toList();
        }
    }

    @BeforeEach
    void needTheModel() {
        DefaultModel.assumeHere();
    }

    @AfterAll
    static void close() {
        if (scorer != null) {
            scorer.close();
            tokenizer.close();
        }
    }

    private static Tokens tokens(String text) {
        return tokenizer.tokenize(new NormalizedText(text, text, new int[0], new int[0], null));
    }

    private static Tokens tokens(JsonNode golden) {
        return tokens(golden.get("text").asText());
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @Test
    void tokensAreTheGoldenOnesAndCoverTheBytes() {
        for (JsonNode text : golden) {
            Tokens tokens = tokens(text);
            assertThat(Arrays.stream(tokens.ids()).asDoubleStream()).containsExactly(boxed(numbers(text.get("ids"))));
            assertThat(tokens.bytes(0, tokens.count()))
                    .isEqualTo(text.get("bytes").asInt());
        }
    }

    private static Double[] boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    @Test
    void scoresAreTheGoldenOnes() {
        for (JsonNode text : golden) {
            TokenScores scores = scorer.score(tokens(text), 0);
            assertThat(scores.logProbs()).containsExactly(numbers(text.get("log_prob")), within(1e-3));
            assertThat(Arrays.stream(scores.ranks()).asDoubleStream())
                    .containsExactly(boxed(numbers(text.get("rank"))));
            assertThat(scores.meanLogProbs()).containsExactly(numbers(text.get("mean_log_prob")), within(2e-3));
            assertThat(scores.meanSquaredLogProbs())
                    .containsExactly(numbers(text.get("mean_sq_log_prob")), within(2e-2));
        }
    }

    @Test
    void companyAndThreadsChangeNoBit() {
        List<Tokens> texts = golden.stream().map(DefaultModelScoresTest::tokens).toList();
        List<TokenScores> alone = texts.stream().map(t -> scorer.score(t, 4)).toList();
        try (OnnxScorer two = OnnxScorer.open(bundle, WINDOW, 2)) {
            IntStream.range(0, 2 * texts.size()).parallel().forEach(i -> {
                int text = i % texts.size();
                OnnxScorer either = i < texts.size() ? scorer : two;
                OnnxScorerTest.assertSameBits(either.score(texts.get(text), 4), alone.get(text));
            });
        }
    }

    @Test
    void markupOfChatsIsOrdinaryText() {
        Tokens tokens = tokens("<|im_start|>user<|endoftext|>");
        assertThat(tokens.ids()).doesNotContain(0, 1, 2);
        assertThat(tokens.bytes(0, tokens.count())).isEqualTo(29);
    }

    @Test
    void aTextOfThousandsOfTokensIsScoredWhole() {
        Tokens tokens = tokens(
                "the cat sat on the mat and looked at 42 dogs. ".repeat(150).strip());
        assertThat(tokens.count()).isGreaterThan(2_000);
        TokenScores scores = scorer.score(tokens, 0);
        assertThat(scores.count()).isEqualTo(tokens.count());
        assertThat(Arrays.stream(scores.logProbs())).allMatch(x -> x < 0);
    }
}
