package dev.assay.detectors.detect;

import java.util.Arrays;

/** The working memory of diversity entropy for sequences of one length, reused over scales and samples. Not thread-safe. */
final class DiversityBuffers {
    private static final double SMALLEST_NORM = 1e-8;

    private final int bins;
    private final double logBins;
    private final double[] sums; // (n) sums of τ consecutive values
    private final double[] means; // (n) the same as means
    private final double[] norms; // (n) of the orbit that starts here
    private final int[] histogram; // (bins), all 0 between scales
    private final int[] touched; // (n) bins that are not 0
    private final double[] countLogCount; // (n + 1) c ln c: one logarithm a length instead of one a bin

    DiversityBuffers(int n, int bins) {
        this.bins = bins;
        logBins = Math.log(bins);
        sums = new double[n];
        means = new double[n];
        norms = new double[n];
        histogram = new int[bins];
        touched = new int[n];
        countLogCount = new double[n + 1];
        for (int c = 2; c <= n; c++) {
            countLogCount[c] = c * Math.log(c);
        }
    }

    /** Before the first scale of a sequence. */
    void start() {
        Arrays.fill(sums, 0);
    }

    /** Goes on from scale − 1 to the means of {@code scale} consecutive values, n − scale + 1 of them. */
    void slide(double[] x, int scale) {
        for (int j = 0; j + scale <= x.length; j++) {
            sums[j] += x[j + scale - 1];
            means[j] = sums[j] / scale;
        }
    }

    /** Entropy of the cosines of consecutive orbits among the first {@code m} means, in units of ln bins. */
    double diversity(int m, int orbit) {
        findNorms(m, orbit);
        int distinct = 0;
        int counted = 0;
        for (int j = 0; j < m - orbit; j++) {
            int bin = bin((float) (dot(j, orbit) / (norms[j] * norms[j + 1])));
            if (bin >= 0) {
                counted++;
                if (histogram[bin]++ == 0) {
                    touched[distinct++] = bin;
                }
            }
        }
        double sum = clear(distinct);
        // one bin has no entropy, exactly: the difference below would leave a rounding error that looks like diversity
        return distinct <= 1 ? 0 : (Math.log(counted) - sum / counted) / logBins;
    }

    private void findNorms(int m, int orbit) {
        for (int j = 0; j + orbit <= m; j++) {
            double square = 0;
            for (int i = j; i < j + orbit; i++) {
                square += means[i] * means[i];
            }
            norms[j] = Math.max(Math.sqrt(square), SMALLEST_NORM);
        }
    }

    private double dot(int j, int orbit) {
        double dot = 0;
        for (int i = j; i < j + orbit; i++) {
            dot += means[i] * means[i + 1];
        }
        return dot;
    }

    /** In float32 and in this order, as the method's authors computed it: double arithmetic puts some values into the next bin. */
    private int bin(float cosine) {
        if (!(cosine >= -1 && cosine <= 1)) {
            return -1;
        }
        return Math.min((int) (((cosine + 1f) * bins) / 2f), bins - 1);
    }

    /** Σ c ln c over the histogram, which is left empty. */
    private double clear(int distinct) {
        double sum = 0;
        for (int i = 0; i < distinct; i++) {
            sum += countLogCount[histogram[touched[i]]];
            histogram[touched[i]] = 0;
        }
        return sum;
    }
}
