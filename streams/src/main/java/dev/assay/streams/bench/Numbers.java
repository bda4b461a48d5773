package dev.assay.streams.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Numbers for people, and what several measurements come to. */
final class Numbers {
    private Numbers() {}

    /** Three digits or more, without an exponent: 0.953, 12.4, 1,108. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.3g";
        return String.format(Locale.ROOT, format, value);
    }

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Median, smallest and largest: {@code 0.962 [0.951, 0.970]}. */
    static String spread(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? "–"
                : of(median(values)) + " [" + of(sorted[0]) + ", "
                        + of(Arrays.stream(sorted).max().orElseThrow()) + "]";
    }
}
