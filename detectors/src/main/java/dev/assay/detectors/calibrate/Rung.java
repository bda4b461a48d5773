package dev.assay.detectors.calibrate;

import java.util.Arrays;
import java.util.List;

/** The sorted reference scores of one detector on one rung of the ladder. */
final class Rung {
    private final String name;
    private final double[] scores; // ascending
    private final List<String> calibrations;

    Rung(String name, double[] scores, List<String> calibrations) {
        this.name = name;
        this.scores = scores.clone();
        Arrays.sort(this.scores);
        this.calibrations = List.copyOf(calibrations);
    }

    /** Whether p can reach {@code alpha}: n ≥ 1/α − 1, so 99 references for 1 %. */
    boolean isEnough(double alpha) {
        return (scores.length + 1) * alpha >= 1 - 1e-9; // 100 · 0.01 must count as 1
    }

    /** p of {@code score}; ties count as at least as high, which keeps the rate. */
    PValue pValue(double score) {
        int lower = lower(score);
        int n = scores.length;
        double p = (1.0 + n - lower) / (n + 1.0);
        return new PValue(p, n == 0 ? 0 : (double) lower / n, n, name, calibrations);
    }

    /** Number of references below {@code score}. */
    private int lower(double score) {
        int from = 0;
        int to = scores.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (scores[middle] < score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
