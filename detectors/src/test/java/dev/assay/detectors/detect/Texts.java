package dev.assay.detectors.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.score.PooledStates;
import dev.assay.detectors.score.TokenScores;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Scored texts to hold detectors to: real ones from the golden files, and made ones that a reader can check by hand. */
final class Texts {
    private static final ReferenceFrequencies SHIPPED = shipped();

    private Texts() {}

    /** A text of the default model's golden file. */
    static ScoredText ofDefaultModel(String name) {
        for (JsonNode text : Golden.file("smollm2-135m-reference.json").get("texts")) {
            if (text.get("name").asText().equals(name)) {
                return ofDefaultModel(text);
            }
        }
        throw new IllegalArgumentException(name);
    }

    static ScoredText ofDefaultModel(JsonNode text) {
        TokenScores scores = Golden.scores(
                Golden.doubles(text.get("log_prob")),
                Golden.ints(text.get("rank")),
                Golden.doubles(text.get("mean_log_prob")),
                Golden.doubles(text.get("mean_sq_log_prob")));
        return new ScoredText(
                Golden.tokens(text.get("text").asText(), Golden.ints(text.get("ids"))),
                states(text.get("name").asText())
                        .map(states -> with(scores, states))
                        .orElse(scores),
                Optional.of(SHIPPED),
                FitFile.shipped());
    }

    /** Every token has the mean state: the only one that the golden file knows. */
    private static Optional<PooledStates> states(String name) {
        for (JsonNode text : Golden.file("smollm2-135m-states.json").get("texts")) {
            if (text.get("name").asText().equals(name)) {
                int tokens = text.get("ids").size();
                float[][] sums = {sums(text.get("mean.14"), tokens), sums(text.get("mean.21"), tokens)};
                return Optional.of(PooledStates.of(List.of(14, 21), tokens, sums));
            }
        }
        return Optional.empty();
    }

    private static float[] sums(JsonNode mean, int tokens) {
        int groups = (tokens + PooledStates.GROUP - 1) / PooledStates.GROUP;
        float[] sums = new float[groups * mean.size()];
        for (int i = 0; i < sums.length; i++) {
            int count = Math.min(PooledStates.GROUP, tokens - i / mean.size() * PooledStates.GROUP);
            sums[i] = (float) (mean.get(i % mean.size()).asDouble() * count);
        }
        return sums;
    }

    /** The scores with these states. */
    static TokenScores with(TokenScores scores, PooledStates states) {
        return new TokenScores(
                scores.logProbs(),
                scores.ranks(),
                scores.meanLogProbs(),
                scores.meanSquaredLogProbs(),
                scores.sampledLogProbs(),
                Optional.of(states));
    }

    /** A news item of the default model's golden file, again and again up to so many tokens. */
    static ScoredText repeated(int tokens) {
        ScoredText item = ofDefaultModel("xsum-human-0");
        int n = item.tokens().count();
        int[] from = IntStream.range(0, tokens).map(i -> i % n).toArray();
        double[] x = at(item.scores().logProbs(), from);
        TokenScores scores = Golden.scores(x, ones(tokens), x, x);
        float[][] sums = new float[2][(tokens + PooledStates.GROUP - 1) / PooledStates.GROUP * 576];
        for (float[] row : sums) {
            Arrays.fill(row, 1);
        }
        return new ScoredText(
                Golden.tokens(
                        "a".repeat(tokens),
                        Arrays.stream(from).map(i -> item.tokens().ids()[i]).toArray()),
                with(scores, PooledStates.of(List.of(14, 21), tokens, sums)),
                item.frequencies(),
                item.fit());
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /** A text of the 1 MB model's golden file; the file's first id is the start token. */
    static ScoredText ofStories(int index) {
        JsonNode file = Golden.file("stories260k-scores.json");
        JsonNode text = file.get("cases").get(index);
        int[] ids = Golden.ints(text.get("token_ids"));
        double[] mu = Golden.doubles(text.get("mu"));
        double[] sigma = Golden.doubles(text.get("sigma"));
        double[] m = IntStream.range(0, mu.length)
                .mapToDouble(j -> sigma[j] * sigma[j] + mu[j] * mu[j])
                .toArray();
        double[] x = Golden.doubles(text.get("token_logprobs"));
        return new ScoredText(
                Golden.tokens(text.get("text").asText(), Arrays.copyOfRange(ids, 1, ids.length)),
                Golden.scores(x, ones(x.length), mu, m),
                Optional.of(frequencies(file)));
    }

    /** A made text of one-byte tokens with the ids 0, 1, 2…, μ = x, σ² = 1. */
    static ScoredText of(double... x) {
        double[] m = Arrays.stream(x).map(v -> v * v + 1).toArray();
        return of(Golden.scores(x, ones(x.length), x, m));
    }

    /** A made text of one-byte tokens with the ids 0, 1, 2… and reference counts of 1 each. */
    static ScoredText of(TokenScores scores) {
        int n = scores.count();
        int[] counts = ones(Math.max(n, 1));
        return new ScoredText(
                Golden.tokens("a".repeat(n), IntStream.range(0, n).toArray()),
                scores,
                Optional.of(new ReferenceFrequencies("tokenizer", "corpus", counts, counts.length)));
    }

    /** {@code n} tokens of seeded noise about as surprising as prose, with samples. */
    static ScoredText noise(int n, int samples) {
        Random random = new Random(7);
        double[] x = random.doubles(n, -8, 0).toArray();
        double[] mu = random.doubles(n, -5, -1).toArray();
        double[] m = Arrays.stream(mu).map(v -> v * v + 2).toArray();
        int[] ranks = random.ints(n, 1, 50).toArray();
        return of(withSamples(Golden.scores(x, ranks, mu, m), samples));
    }

    /** Alternatives drawn from normal distributions with the model's own mean and variance, cut off at probability 1. */
    static ScoredText withSamples(ScoredText text, int samples) {
        return new ScoredText(text.tokens(), withSamples(text.scores(), samples), text.frequencies(), text.fit());
    }

    private static TokenScores withSamples(TokenScores scores, int samples) {
        Random random = new Random(11);
        double[][] drawn = new double[samples][scores.count()];
        for (double[] row : drawn) {
            for (int j = 0; j < row.length; j++) {
                double deviation = Math.sqrt(scores.variance(j));
                row[j] = Math.min(-1e-6, scores.meanLogProbs()[j] + deviation * random.nextGaussian());
            }
        }
        return new TokenScores(
                scores.logProbs(),
                scores.ranks(),
                scores.meanLogProbs(),
                scores.meanSquaredLogProbs(),
                drawn,
                scores.states());
    }

    /** Those of the default model's tokenizer. */
    private static ReferenceFrequencies shipped() {
        String name = "frequencies/f06da284c3895d097f30ddeb99d94e3660ec85ebfc6624543d5726b1550ff87c.gz";
        try {
            return FrequencyFile.read(
                    Path.of(ReferenceFrequencies.class.getResource(name).toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReferenceFrequencies frequencies(JsonNode file) {
        return new ReferenceFrequencies(
                "tok512",
                "reference",
                Golden.ints(file.get("ref_counts")),
                file.get("ref_total").asLong());
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
