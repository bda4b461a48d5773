package dev.assay.detectors.evaluate;

/**
 * A measured value with its 95 % bootstrap interval.
 *
 * @param value over all documents; NaN where a class is missing
 * @param low 2.5 % quantile over resamples
 * @param high 97.5 % quantile
 */
public record Estimate(double value, double low, double high) {}
