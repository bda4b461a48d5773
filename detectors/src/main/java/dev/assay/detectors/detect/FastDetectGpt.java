package dev.assay.detectors.detect;

import dev.assay.detectors.score.TokenScores;
import java.util.OptionalDouble;

/**
 * Conditional probability curvature in closed form: <b>(Σx − Σμ) / √Σσ²</b>, in standard deviations; higher means machine. How far the
 * text is more likely than texts that the model would have drawn at the same positions.
 *
 * <p>Source: Bao et al., ICLR 2024, "Fast-DetectGPT", analytic form with one model.
 *
 * <p>Undefined where the model was certain everywhere (Σσ² = 0).
 */
public final class FastDetectGpt implements Detector {
    @Override
    public String name() {
        return "fast-detect-gpt";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        TokenScores scores = text.scores();
        double variance = 0; // nats²
        for (int j = 0; j < scores.count(); j++) {
            variance += scores.variance(j);
        }
        double surplus = Sequence.sum(scores.logProbs()) - Sequence.sum(scores.meanLogProbs());
        return variance == 0 ? OptionalDouble.empty() : Sequence.finite(surplus / Math.sqrt(variance));
    }
}
