package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Log-likelihood to log-rank ratio: <b>−mean x / mean ln r</b>, above 0; higher means machine. At the same rank a machine's token has the
 * smaller probability left over it.
 *
 * <p>Source: Su et al. 2023, "DetectLLM".
 *
 * <p>Undefined where every token was the first guess (mean ln r = 0) and for a text without tokens.
 */
public final class Lrr implements Detector {
    @Override
    public String name() {
        return "lrr";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        OptionalDouble logRank = Sequence.meanLog(text.scores().ranks());
        if (logRank.isEmpty() || logRank.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return Sequence.finite(
                -Sequence.sum(text.scores().logProbs()) / text.scores().count() / logRank.getAsDouble());
    }
}
