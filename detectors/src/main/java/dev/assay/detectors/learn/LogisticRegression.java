package dev.assay.detectors.learn;

import java.util.Arrays;
import java.util.Random;

/**
 * Logistic regression on rows that hold a feature or not, each row divided by the root of how many it holds, so that long and short
 * texts compare. Steps shrink per weight with the squares of its past slopes (Duchi, Hazan and Singer 2011); few passes hold the
 * weights down in place of a penalty. The same rows in the same order give the same numbers on any JVM.
 */
final class LogisticRegression {
    private static final int PASSES = 3;
    private static final double RATE = 0.5;
    private static final double BIAS_RATE = 0.02;
    private static final double FLOOR = 1e-6;

    private final int[][] features; // (rows)(features held, ascending)
    private final boolean[] labels; // (rows)
    private final double[] masses; // (rows), mean 1
    private final float[] weights; // (features), log-odds
    private final float[] slopes; // (features), sums of squares
    private double bias; // log-odds

    private LogisticRegression(int[][] features, boolean[] labels, double[] masses, int width) {
        this.features = features;
        this.labels = labels;
        this.masses = masses;
        this.weights = new float[width];
        this.slopes = new float[width];
        Arrays.fill(slopes, (float) FLOOR);
    }

    /** Fits; every feature is below {@code width}. */
    static LogisticRegression fit(int[][] features, boolean[] labels, double[] masses, int width, long seed) {
        LogisticRegression regression = new LogisticRegression(features, labels, masses, width);
        Random random = new Random(seed);
        int[] order = new int[features.length];
        Arrays.setAll(order, i -> i);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (int row : order) {
                regression.step(row);
            }
        }
        return regression;
    }

    float[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }

    private void step(int row) {
        int[] held = features[row];
        if (held.length == 0) {
            return;
        }
        double value = 1 / Math.sqrt(held.length);
        double sum = 0;
        for (int feature : held) {
            sum += weights[feature];
        }
        double probability = 1 / (1 + StrictMath.exp(-(bias + sum * value)));
        double error = masses[row] * (probability - (labels[row] ? 1 : 0));
        double slope = error * value;
        for (int feature : held) {
            slopes[feature] += (float) (slope * slope);
            weights[feature] -= (float) (RATE * slope / Math.sqrt(slopes[feature]));
        }
        bias -= BIAS_RATE * error;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
