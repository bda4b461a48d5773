package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the mean log-rank of the tokens: <b>−mean ln r</b>, r ≥ 1, at most 0; higher means machine. Models choose among their first
 * guesses.
 *
 * <p>Source: Mitchell et al. 2023, "DetectGPT", where it is a baseline.
 *
 * <p>Undefined for a text without tokens.
 */
public final class LogRank implements Detector {
    @Override
    public String name() {
        return "log-rank";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        OptionalDouble mean = Sequence.meanLog(text.scores().ranks());
        return mean.isPresent() ? OptionalDouble.of(0 - mean.getAsDouble()) : mean;
    }
}
