package dev.assay.detectors.evaluate;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share of counted cases with its 95 % Wilson interval.
 *
 * @param hits cases counted
 * @param of cases in all
 * @param low lower bound, in [0, 1]
 * @param high upper bound, in [0, 1]
 */
public record Rate(int hits, int of, double low, double high) {
    private static final double CONFIDENCE = 0.95;

    /** The rate of {@code hits} in {@code of}; of nothing in nothing the interval is [0, 1]. */
    public static Rate of(int hits, int of) {
        if (of == 0) {
            return new Rate(0, 0, 0, 1);
        }
        ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(of, hits, CONFIDENCE);
        return new Rate(hits, of, Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
    }

    /** hits / of, NaN of nothing. */
    public double value() {
        return (double) hits / of;
    }
}
