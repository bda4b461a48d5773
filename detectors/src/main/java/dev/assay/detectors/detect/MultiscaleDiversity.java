package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Multi-scale diversity entropy MDE(x; s, ε, τ′) of a sequence (Xu et al., ICLR 2025). For every scale τ = 1…τ′: sliding means of τ
 * values; orbits of s consecutive means; the cosine of every two consecutive orbits; a histogram of the cosines over [−1, 1] with ε
 * bins; its entropy divided by ln ε, in [0, 1]. The number of bins grows with the text: ε = bins a token · n.
 *
 * @param orbit s, consecutive means that make one orbit
 * @param binsPerToken ε / n
 * @param scales τ′
 */
record MultiscaleDiversity(int orbit, int binsPerToken, int scales) {
    /** Text of closed models. */
    static final MultiscaleDiversity CLOSED_MODELS = new MultiscaleDiversity(3, 1, 15);

    /** Text of open models. */
    static final MultiscaleDiversity OPEN_MODELS = new MultiscaleDiversity(3, 10, 5);

    /** Comparison with sampled alternatives. */
    static final MultiscaleDiversity SAMPLED = new MultiscaleDiversity(4, 8, 15);

    /** mean x / std MDE(x), std with N − 1; undefined for n &lt; s + τ′ and for std = 0. */
    OptionalDouble contrast(double[] x) {
        return x.length < orbit + scales ? OptionalDouble.empty() : Sequence.finite(contrast(x, buffers(x.length)));
    }

    /** The contrast of each row, all of one length n ≥ s + τ′; infinite or NaN where it is undefined. */
    double[] contrasts(double[][] rows) {
        DiversityBuffers buffers = buffers(rows[0].length);
        double[] contrasts = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            contrasts[i] = contrast(rows[i], buffers);
        }
        return contrasts;
    }

    /** DE(τ) for τ = 1…τ′ with a given number of bins; at least s + τ′ values. */
    double[] perScale(double[] x, int bins) {
        return perScale(x, new DiversityBuffers(x.length, bins));
    }

    private DiversityBuffers buffers(int n) {
        return new DiversityBuffers(n, binsPerToken * n);
    }

    private double contrast(double[] x, DiversityBuffers buffers) {
        return Sequence.sum(x) / x.length / Sequence.standardDeviation(perScale(x, buffers));
    }

    private double[] perScale(double[] x, DiversityBuffers buffers) {
        double[] entropies = new double[scales];
        buffers.start();
        for (int scale = 1; scale <= scales; scale++) {
            buffers.slide(x, scale);
            entropies[scale - 1] = buffers.diversity(x.length - scale + 1, orbit);
        }
        return entropies;
    }
}
