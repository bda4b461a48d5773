package dev.assay.detectors.score;

import java.util.Arrays;
import java.util.Optional;

/**
 * What one model pass says of each scored token: all one-model methods are functions of these numbers (METHODS §1).
 *
 * @param logProbs x = ln p of the token, nats (n)
 * @param ranks 1 + number of vocabulary entries more probable than the token (n)
 * @param meanLogProbs μ = Σ p ln p over the vocabulary, nats, ≤ 0 (n)
 * @param meanSquaredLogProbs m = Σ p ln² p, nats² (n)
 * @param sampledLogProbs ln p of tokens drawn independently per position, nats (samples × n); no rows where none were asked for
 * @param states sums of hidden states over groups of these tokens; empty where the bundle gives none out
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention; copied nowhere on the hot path
public record TokenScores(
        double[] logProbs,
        int[] ranks,
        double[] meanLogProbs,
        double[] meanSquaredLogProbs,
        double[][] sampledLogProbs,
        Optional<PooledStates> states) {
    /** Scores without states. */
    public TokenScores(
            double[] logProbs,
            int[] ranks,
            double[] meanLogProbs,
            double[] meanSquaredLogProbs,
            double[][] sampledLogProbs) {
        this(logProbs, ranks, meanLogProbs, meanSquaredLogProbs, sampledLogProbs, Optional.empty());
    }

    /** Number of scored tokens. */
    public int count() {
        return logProbs.length;
    }

    /** σ² = m − μ² at token {@code j}, clamped at 0; nats². */
    public double variance(int j) {
        return Math.max(0, meanSquaredLogProbs[j] - meanLogProbs[j] * meanLogProbs[j]);
    }

    /** The numbers of tokens {@code from} (inclusive) to {@code to} (exclusive), and the groups of states that lie among them wholly. */
    public TokenScores slice(int from, int to) {
        return new TokenScores(
                Arrays.copyOfRange(logProbs, from, to),
                Arrays.copyOfRange(ranks, from, to),
                Arrays.copyOfRange(meanLogProbs, from, to),
                Arrays.copyOfRange(meanSquaredLogProbs, from, to),
                Arrays.stream(sampledLogProbs)
                        .map(row -> Arrays.copyOfRange(row, from, to))
                        .toArray(double[][]::new),
                states.map(all -> all.slice(from, to)));
    }

    TokenScores with(PooledStates pooled) {
        return new TokenScores(
                logProbs, ranks, meanLogProbs, meanSquaredLogProbs, sampledLogProbs, Optional.of(pooled));
    }
}
