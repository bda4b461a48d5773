package dev.assay.detectors.model;

import java.util.function.Supplier;

/**
 * A weight matrix in signed bytes with one scale an output: w ≈ q · s, s = max |w| of the output / 127, q = round(w / s).
 *
 * @param matrix the weights
 */
record Int8Weights(Matrix matrix) {
    /** The largest magnitude of a signed byte that has its opposite. */
    static final int LARGEST = 127;

    /** The bytes as a right-hand factor: (inputs × outputs). */
    Supplier<byte[]> values() {
        return () -> {
            float[] weights = matrix.transposed();
            float[] scales = scales(weights);
            byte[] bytes = new byte[weights.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.rint(weights[i] / scales[i % matrix.outputs()]);
            }
            return bytes;
        };
    }

    /** (outputs); 1 where all weights of an output are 0. */
    Supplier<float[]> scales() {
        return () -> scales(matrix.transposed());
    }

    private float[] scales(float[] weights) {
        float[] scales = new float[matrix.outputs()];
        for (int i = 0; i < weights.length; i++) {
            int output = i % scales.length;
            scales[output] = Math.max(scales[output], Math.abs(weights[i]));
        }
        for (int output = 0; output < scales.length; output++) {
            scales[output] = scales[output] == 0 ? 1 : scales[output] / LARGEST;
        }
        return scales;
    }
}
