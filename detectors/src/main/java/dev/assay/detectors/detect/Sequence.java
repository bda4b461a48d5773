package dev.assay.detectors.detect;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Sums over a text's tokens, always from the first to the last, so that every run gives the same bits. */
final class Sequence {
    private Sequence() {}

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Undefined for no values. */
    static OptionalDouble mean(double[] values) {
        return values.length == 0 ? OptionalDouble.empty() : finite(sum(values) / values.length);
    }

    /** Mean of the natural logarithms; undefined for no values. */
    static OptionalDouble meanLog(int[] values) {
        double sum = 0;
        for (int value : values) {
            sum += Math.log(value);
        }
        return values.length == 0 ? OptionalDouble.empty() : finite(sum / values.length);
    }

    /** The values less their mean; at least one. */
    static double[] centred(double[] values) {
        double mean = sum(values) / values.length;
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    /** With N − 1; at least two values. */
    static double standardDeviation(double[] values) {
        return Math.sqrt(sumOfSquares(centred(values)) / (values.length - 1));
    }

    /** Mean of the k = max(1, ⌊0.2 n⌋) lowest; undefined for no values. */
    static OptionalDouble meanOfLowestFifth(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return mean(Arrays.copyOf(sorted, Math.max(1, values.length / 5)));
    }

    /** A function of the value where there is one. */
    static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator function) {
        return value.isPresent() ? finite(function.applyAsDouble(value.getAsDouble())) : value;
    }

    /** The value, or empty where arithmetic left the numbers: a score is never NaN or infinite. */
    static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
