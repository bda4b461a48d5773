package dev.assay.detectors.model;

import java.util.function.Supplier;

/**
 * A weight matrix that is read when it is needed.
 *
 * @param outputs rows, one an output
 * @param inputs columns, one an input
 * @param rows the values, row by row (outputs × inputs)
 */
record Matrix(int outputs, int inputs, Supplier<float[]> rows) {
    private static final int TILE = 32;

    /** The values as a right-hand factor: (inputs × outputs). */
    float[] transposed() {
        float[] from = rows.get();
        float[] to = new float[from.length];
        for (int tile = 0; tile < outputs; tile += TILE) { // a tile of rows stays in cache
            int end = Math.min(outputs, tile + TILE);
            for (int in = 0; in < inputs; in++) {
                for (int out = tile; out < end; out++) {
                    to[in * outputs + out] = from[out * inputs + in];
                }
            }
        }
        return to;
    }

    /** Puts matrices of equal inputs one below the other, so that one product computes them side by side. */
    static float[] stack(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] stacked = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, stacked, at, part.length);
            at += part.length;
        }
        return stacked;
    }
}
