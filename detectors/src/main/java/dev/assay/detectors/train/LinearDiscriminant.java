package dev.assay.detectors.train;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Fisher's linear discriminant of two classes with a ridge (METHODS §2b): columns divided by their deviation within the classes, S their
 * covariance within the classes, w = (S + λI)⁻¹(m₁ − m₀). Each class has the same mass. The same bits whatever the number of cores.
 */
final class LinearDiscriminant {
    private static final int BLOCK = 64; // rows at a time, so that they stay near the core

    private final int width;
    private final double ridge;

    LinearDiscriminant(int width, double ridge) {
        this.width = width;
        this.ridge = ridge;
    }

    /**
     * The direction from people's texts to machines', in coordinates of the states (width).
     *
     * @param mass one a row, 0 or more; of each class some are above 0
     */
    float[] fit(List<TrainingRow> rows, double[] mass) {
        double[][] means = {mean(rows, mass, false), mean(rows, mass, true)};
        double[] within = new double[width];
        double[][] covariance = new double[width][width];
        double[][] block = new double[BLOCK][];
        double[] weight = {total(rows, mass, false), total(rows, mass, true)};
        for (int from = 0; from < rows.size(); from += BLOCK) {
            int count = Math.min(BLOCK, rows.size() - from);
            for (int i = 0; i < count; i++) {
                TrainingRow row = rows.get(from + i);
                int label = row.isMachine() ? 1 : 0;
                double scale = Math.sqrt(mass[from + i] / (2 * weight[label]));
                block[i] = centred(row.state(), means[label], scale);
            }
            add(covariance, block, count);
        }
        for (int i = 0; i < width; i++) {
            within[i] = Math.sqrt(Math.max(covariance[i][i], Double.MIN_NORMAL));
        }
        return direction(covariance, within, means);
    }

    private static double[] centred(float[] state, double[] mean, double scale) {
        double[] centred = new double[state.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = scale * (state[i] - mean[i]);
        }
        return centred;
    }

    /** Adds the products of each pair of columns, upper triangle only. */
    private void add(double[][] covariance, double[][] block, int count) {
        IntStream.range(0, width).parallel().forEach(i -> {
            double[] row = covariance[i];
            for (int b = 0; b < count; b++) {
                double[] values = block[b];
                double factor = values[i];
                for (int j = i; j < values.length; j++) {
                    row[j] += factor * values[j];
                }
            }
        });
    }

    private float[] direction(double[][] covariance, double[] within, double[][] means) {
        double[] difference = new double[width];
        for (int i = 0; i < width; i++) {
            difference[i] = (means[1][i] - means[0][i]) / within[i];
            for (int j = i; j < width; j++) {
                covariance[i][j] /= within[i] * within[j];
                covariance[j][i] = covariance[i][j];
            }
            covariance[i][i] += ridge;
        }
        double[] solved = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false))
                .getSolver()
                .solve(new ArrayRealVector(difference, false))
                .toArray();
        float[] direction = new float[width];
        for (int i = 0; i < width; i++) {
            direction[i] = (float) (solved[i] / within[i]);
        }
        return direction;
    }

    private static double total(List<TrainingRow> rows, double[] mass, boolean machine) {
        double total = 0;
        for (int i = 0; i < mass.length; i++) {
            total += rows.get(i).isMachine() == machine ? mass[i] : 0;
        }
        return total;
    }

    private double[] mean(List<TrainingRow> rows, double[] mass, boolean machine) {
        double[] mean = new double[width];
        for (int i = 0; i < mass.length; i++) {
            if (rows.get(i).isMachine() == machine) {
                float[] state = rows.get(i).state();
                for (int j = 0; j < width; j++) {
                    mean[j] += mass[i] * state[j];
                }
            }
        }
        double total = total(rows, mass, machine);
        for (int j = 0; j < width; j++) {
            mean[j] /= total;
        }
        return mean;
    }
}
