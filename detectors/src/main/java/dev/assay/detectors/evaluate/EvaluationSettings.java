package dev.assay.detectors.evaluate;

/**
 * How to evaluate.
 *
 * @param resamples bootstrap resamples of the documents
 * @param seed of the resampling
 * @param targetFpr rate α at which p-values flag, in (0, 1)
 */
public record EvaluationSettings(int resamples, long seed, double targetFpr) {
    /** 1,000 resamples at the given rate. */
    public static EvaluationSettings at(double targetFpr) {
        return new EvaluationSettings(1000, 20_240_601, targetFpr);
    }
}
