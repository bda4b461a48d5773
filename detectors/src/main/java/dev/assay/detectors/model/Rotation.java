package dev.assay.detectors.model;

import java.util.SplittableRandom;

/**
 * An orthogonal matrix R that spreads every number over all: random signs, then a Hadamard matrix of the largest power of two in n,
 * Kronecker a cosine transform (DCT-II) of what is left. Rows turned by it hold no outliers, and quantize well (QuaRot, Ashkboos et
 * al., NeurIPS 2024).
 */
final class Rotation {
    private static final long SEED = 1;

    private final int size;
    private final int odd; // size = power of two · odd
    private final double[] signs; // (n)
    private final double[] cosines; // (odd × odd), orthogonal

    private Rotation(int size) {
        this.size = size;
        odd = size / Integer.lowestOneBit(size);
        signs = new double[size];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < size; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        cosines = new double[odd * odd];
        for (int k = 0; k < odd; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / odd);
            for (int j = 0; j < odd; j++) {
                cosines[k * odd + j] = scale * StrictMath.cos(StrictMath.PI * (2 * j + 1) * k / (2 * odd));
            }
        }
    }

    /** R of n rows and columns, n ≥ 1; the same on every machine. */
    static Rotation of(int size) {
        return new Rotation(size);
    }

    /**
     * x·R for each stretch of n numbers.
     *
     * @param rows stretches one after another; their number is any
     */
    float[] turn(float[] rows) {
        float[] turned = new float[rows.length];
        double[] row = new double[size];
        for (int at = 0; at < rows.length; at += size) {
            for (int i = 0; i < size; i++) {
                row[i] = rows[at + i] * signs[i];
            }
            double[] mixed = hadamard(cosine(row));
            for (int i = 0; i < size; i++) {
                turned[at + i] = (float) mixed[i];
            }
        }
        return turned;
    }

    /**
     * Rᵀ·W for each n rows of W, as outputs turn.
     *
     * @param rows (outputs × inputs), the outputs a multiple of n
     */
    float[] turnOutputs(float[] rows, int inputs) {
        int outputs = rows.length / inputs;
        float[] columns = new Matrix(outputs, inputs, () -> rows).transposed();
        return new Matrix(inputs, outputs, () -> turn(columns)).transposed();
    }

    /** R itself, row by row (n × n). */
    float[] matrix() {
        float[] identity = new float[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        return turn(identity);
    }

    /** Multiplies each stretch of {@code odd} numbers by the cosine transform. */
    private double[] cosine(double[] row) {
        if (odd == 1) {
            return row;
        }
        double[] result = new double[size];
        for (int at = 0; at < size; at += odd) {
            for (int k = 0; k < odd; k++) {
                for (int j = 0; j < odd; j++) {
                    result[at + j] += row[at + k] * cosines[k * odd + j];
                }
            }
        }
        return result;
    }

    /** The fast Walsh–Hadamard transform over the stretches, in place. */
    private double[] hadamard(double[] row) {
        for (int half = odd; half < size; half *= 2) {
            for (int i = 0; i < size; i++) {
                if (i / half % 2 == 0) {
                    double sum = row[i] + row[i + half];
                    row[i + half] = row[i] - row[i + half];
                    row[i] = sum;
                }
            }
        }
        double scale = 1 / Math.sqrt((double) size / odd);
        for (int i = 0; i < size; i++) {
            row[i] *= scale;
        }
        return row;
    }
}
