package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the spread of surprisal: <b>−std x</b> (N − 1), in nats, at most 0; higher means machine. Human text alternates between the
 * plain and the surprising.
 *
 * <p>Source: DivEye 2025, the second of its moments.
 *
 * <p>Undefined below two tokens.
 */
public final class SurprisalSpread implements Detector {
    @Override
    public String name() {
        return "surprisal-spread";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        double[] x = text.scores().logProbs();
        return x.length < 2 ? OptionalDouble.empty() : Sequence.finite(0 - Sequence.standardDeviation(x));
    }
}
