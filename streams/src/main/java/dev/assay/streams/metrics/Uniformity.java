package dev.assay.streams.metrics;

import dev.assay.schemas.Drift;
import java.util.Collection;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * How far p-values are from uniform.
 *
 * <p>A conformal p-value is the score's rank among the calibration's scores, so it is uniform exactly where texts are exchangeable with
 * the calibration's, and any drift of the scores bends it. But a stream holds what the question looks for, too, whose p-values crowd
 * at 0; so the upper half, which such texts hardly reach, is also looked at alone.
 */
final class Uniformity {
    private static final double HALF = 0.5;
    private static final int LEAST = 2; // of one p-value there is nothing to say

    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

    private Uniformity() {}

    /** Statistics of these p-values, or null for fewer than two. */
    static Drift drift(Collection<Double> pValues) {
        double[] all = sorted(pValues, 0); // a rank is above 0; one of 0 is none of ours
        if (all.length < LEAST) {
            return null;
        }
        double[] upper = sorted(pValues, HALF);
        return Drift.newBuilder()
                .setTexts(all.length)
                .setMeanP(StatUtils.mean(all))
                .setKs(distance(all, 0))
                .setUpperTexts(upper.length)
                .setKsUpper(upper.length < LEAST ? null : distance(upper, HALF))
                .setNullShare(upper.length / (HALF * all.length))
                .build();
    }

    private static double[] sorted(Collection<Double> pValues, double above) {
        return pValues.stream()
                .mapToDouble(Double::doubleValue)
                .filter(p -> p > above)
                .sorted()
                .toArray();
    }

    private static double distance(double[] pValues, double lower) {
        return TEST.kolmogorovSmirnovStatistic(new UniformRealDistribution(null, lower, 1), pValues);
    }
}
