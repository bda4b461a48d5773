package dev.assay.detectors.detect;

import dev.assay.detectors.score.TokenScores;
import java.util.OptionalDouble;

/**
 * {@link MinK} over standardized log-probabilities: <b>mean of the k lowest z</b>, z = (x − μ) / σ, k = max(1, ⌊0.2 n⌋), in standard
 * deviations; higher means more familiar. σ² is floored at 1e−12.
 *
 * <p>Source: Zhang et al., ICLR 2025, "Min-K%++".
 *
 * <p>Undefined for a text without tokens.
 */
public final class MinKPlusPlus implements Detector {
    @Override
    public String name() {
        return "min-k++";
    }

    @Override
    public Question question() {
        return Question.MEMBERSHIP;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        TokenScores scores = text.scores();
        double[] z = new double[scores.count()];
        for (int j = 0; j < z.length; j++) {
            double deviation = Math.sqrt(Math.max(scores.variance(j), 1e-12));
            z[j] = (scores.logProbs()[j] - scores.meanLogProbs()[j]) / deviation;
        }
        return Sequence.meanOfLowestFifth(z);
    }
}
