package dev.assay.detectors.learn;

import java.util.Arrays;

/**
 * How scores of people's texts lie, by which scores of several methods are put on one scale.
 *
 * @param median their median
 * @param deviation their standard deviation, above 0
 */
public record Standard(double median, double deviation) {
    /** Refuses numbers that make no scale. */
    public Standard {
        if (!Double.isFinite(median) || !(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("a median of " + median + " and a deviation of " + deviation);
        }
    }

    /** The standard of these scores, two or more that are not all alike. */
    public static Standard of(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares = 0;
        for (double score : sorted) {
            squares += (score - mean) * (score - mean);
        }
        return new Standard(median, Math.sqrt(squares / (sorted.length - 1)));
    }

    /** Standard deviations above the median. */
    public double of(double score) {
        return (score - median) / deviation;
    }

    /** The same, kept in [low, high], so that one method alone decides nothing. */
    public double within(double low, double high, double score) {
        return Math.max(low, Math.min(high, of(score)));
    }
}
