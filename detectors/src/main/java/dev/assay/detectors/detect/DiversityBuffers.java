package dev.assay.detectors.detect;

import java.util.Arrays;

/** The working memory of diversity entropy for sequences of one length, reused over scales and samples. Not thread-safe. */
final class DiversityBuffers {
    private static final double SMALLEST_NORM = 1e-8;

    private final int bins;
    private final double logBins;
    private final double[] sums; // (n) sums of τ consecutive values
    private final double[] means; // (n) the same as means
    private final double[] terms; // (n) squares of means, then products of neighbours
    private final double[] norms; // (n) of the orbit that starts here
    private final double[] cosines; // (n) of the orbit that starts here and the next
    private final int[] histogram; // (bins), all 0 between scales
    private final int[] touched; // (n) bins that are not 0
    private final double[] countLogCount; // (n + 1) c ln c: one logarithm a length instead of one a bin

    DiversityBuffers(int n, int bins) {
        this.bins = bins;
        logBins = Math.log(bins);
        sums = new double[n];
        means = new double[n];
        terms = new double[n];
        norms = new double[n];
        cosines = new double[n];
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
        int m = x.length - scale + 1;
        for (int j = 0; j < m; j++) {
            sums[j] += x[j + scale - 1];
        }
        for (int j = 0; j < m; j++) {
            means[j] = sums[j] / scale;
        }
    }

    /** Entropy of the cosines of consecutive orbits among the first {@code m} means, in units of ln bins. */
    double diversity(int m, int orbit) {
        findCosines(m, orbit);
        int distinct = 0;
        int counted = 0;
        for (int j = 0; j < m - orbit; j++) {
            int bin = bin((float) cosines[j]);
            if (bin >= 0) {
                counted++;
                touched[distinct] = bin;
                distinct += histogram[bin]++ == 0 ? 1 : 0;
            }
        }
        double sum = clear(distinct);
        // one bin has no entropy, exactly: the difference below would leave a rounding error that looks like diversity
        return distinct <= 1 ? 0 : (Math.log(counted) - sum / counted) / logBins;
    }

    /** Plain loops over whole arrays, one operation each: the compiler turns them into vector instructions. */
    private void findCosines(int m, int orbit) {
        int orbits = m - orbit + 1;
        for (int j = 0; j < m; j++) {
            terms[j] = means[j] * means[j];
        }
        sumOverOrbits(norms, orbits, orbit);
        for (int j = 0; j < orbits; j++) {
            norms[j] = Math.max(Math.sqrt(norms[j]), SMALLEST_NORM);
        }
        for (int j = 0; j < m - 1; j++) {
            terms[j] = means[j] * means[j + 1];
        }
        sumOverOrbits(cosines, orbits - 1, orbit);
        for (int j = 0; j < orbits - 1; j++) {
            cosines[j] /= norms[j] * norms[j + 1];
        }
    }

    private void sumOverOrbits(double[] sum, int count, int orbit) {
        System.arraycopy(terms, 0, sum, 0, count);
        for (int i = 1; i < orbit; i++) {
            for (int j = 0; j < count; j++) {
                sum[j] += terms[j + i];
            }
        }
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
