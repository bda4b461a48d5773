package dev.assay.detectors.evaluate;

import dev.assay.detectors.score.TokenScores;
import java.util.SplittableRandom;

/**
 * Shakes every ln p of a text a little, to see what a detector makes of differences that no precision can avoid: one that counts
 * values in narrow bins gives another score, and on a few hundred texts another AUROC, whatever the difference's size.
 */
final class Shaking {
    /** How often the texts are shaken. */
    static final int ROUNDS = 8;

    /** Mean |Δ ln p| of the shaking, nats: a tenth of what {@link PrecisionLimits#REQUIRED} allows. */
    static final double MEAN = 0.01;

    private Shaking() {}

    /** The scores with noise that is uniform in ±2 · {@link #MEAN} and a function of {@code text} and {@code round}. */
    static TokenScores of(TokenScores scores, String text, int round) {
        SplittableRandom random = new SplittableRandom(31L * text.hashCode() + round);
        double[][] samples = new double[scores.sampledLogProbs().length][];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = shaken(scores.sampledLogProbs()[c], random);
        }
        return new TokenScores(
                shaken(scores.logProbs(), random),
                scores.ranks(),
                scores.meanLogProbs(),
                scores.meanSquaredLogProbs(),
                samples,
                scores.states());
    }

    private static double[] shaken(double[] logProbs, SplittableRandom random) {
        double[] shaken = new double[logProbs.length];
        for (int j = 0; j < shaken.length; j++) {
            shaken[j] = Math.min(0, logProbs[j] + 4 * MEAN * (random.nextDouble() - 0.5));
        }
        return shaken;
    }
}
