package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * How to evaluate.
 *
 * @param resamples bootstrap resamples of the documents
 * @param seed of the resampling
 * @param targetFpr rate α at which p-values flag, in (0, 1)
 * @param by dimensions whose groups are reported, in this order
 */
public record EvaluationSettings(int resamples, long seed, double targetFpr, List<Dimension> by) {
    /** What is reported unless told otherwise. */
    public static final List<Dimension> USUAL = List.of(Dimension.DOMAIN, Dimension.LENGTH, Dimension.LANGUAGE);

    /** 1,000 resamples at the given rate, in the usual groups. */
    public static EvaluationSettings at(double targetFpr) {
        return new EvaluationSettings(1000, 20_240_601, targetFpr, USUAL);
    }

    /** The same in groups of these dimensions. */
    public EvaluationSettings groupedBy(List<Dimension> dimensions) {
        return new EvaluationSettings(resamples, seed, targetFpr, List.copyOf(dimensions));
    }
}
