package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the spread of the steps between successive surprisals: <b>−std(x_j − x_{j−1})</b> (N − 1), in nats, at most 0; higher means machine.
 * Text that a model samples as it comes keeps an even pace; it is strongest where likelihood says least, on raw continuations.
 *
 * <p>Source: Assay's own choice among some 300 statistics; cf. the difference features of DivEye 2025.
 *
 * <p>Undefined below three tokens.
 */
public final class SurprisalSteps implements Detector {
    private static final int FEWEST_TOKENS = 3;

    @Override
    public String name() {
        return "surprisal-steps";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        double[] x = text.scores().logProbs();
        return x.length < FEWEST_TOKENS
                ? OptionalDouble.empty()
                : Sequence.finite(0 - Sequence.standardDeviation(steps(x)));
    }

    private static double[] steps(double[] x) {
        double[] steps = new double[x.length - 1];
        for (int j = 0; j < steps.length; j++) {
            steps[j] = x[j + 1] - x[j];
        }
        return steps;
    }
}
