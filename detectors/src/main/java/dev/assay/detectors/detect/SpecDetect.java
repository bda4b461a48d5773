package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the energy of the log-probabilities in the lower half of their spectrum: <b>−Σ |F_k / n|²</b> over k &lt; ⌊n/2⌋, F the discrete
 * Fourier transform of x − mean x, in nats², at most 0; higher means machine. Human text swings more.
 *
 * <p>Source: "SpecDetect", AAAI 2026.
 *
 * <p>No transform is needed: F₀ = 0 and |F_k| = |F_{n−k}|, so by Parseval the lower half has half of n·Σ(x − mean x)², less the edge:
 * for even n half of |F_{n/2}|², which stands alone in the middle; for odd n |F_h|² of h = ⌊n/2⌋, the highest pair, which the sum leaves
 * out.
 *
 * <p>Undefined below two tokens; always 0 at two and three.
 */
public final class SpecDetect implements Detector {
    @Override
    public String name() {
        return "spec-detect";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        double[] x = text.scores().logProbs();
        if (x.length < 2) {
            return OptionalDouble.empty();
        }
        double[] swing = Sequence.centred(x);
        double edge = power(swing, x.length / 2) / (x.length % 2 == 0 ? 2 : 1);
        double energy = x.length * Sequence.sumOfSquares(swing) / 2 - edge;
        // rounding can leave a trace below 0 where nothing remains
        return Sequence.finite(0 - Math.max(0, energy) / ((double) x.length * x.length));
    }

    /** |F_k|² of one frequency. */
    private static double power(double[] swing, int k) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < swing.length; j++) {
            // the angle is reduced in whole numbers, so that it stays exact in long texts
            double angle = 2 * Math.PI * (((long) k * j) % swing.length) / swing.length;
            re += swing[j] * Math.cos(angle);
            im -= swing[j] * Math.sin(angle);
        }
        return re * re + im * im;
    }
}
