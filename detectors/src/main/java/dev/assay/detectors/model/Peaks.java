package dev.assay.detectors.model;

/**
 * The largest magnitudes seen, by channel.
 *
 * @param seen layer → place → input channels of the product there, without the graph's padding
 */
@SuppressWarnings("ArrayRecordComponent") // being filled
record Peaks(float[][][] seen) {
    static Peaks none(LlamaShape shape) {
        float[][][] seen = new float[shape.layers()][][];
        for (int layer = 0; layer < seen.length; layer++) {
            seen[layer] = new float[][] {
                new float[shape.hidden()],
                new float[shape.heads() * shape.headSize()],
                new float[shape.hidden()],
                new float[shape.feedForward()]
            };
        }
        return new Peaks(seen);
    }

    float[] of(int layer, Place place) {
        return seen[layer][place.ordinal()];
    }

    /** Largest magnitude of each column over matrices of equal width. */
    static float[] ofColumns(int width, float[]... matrices) {
        float[] largest = new float[width];
        for (float[] matrix : matrices) {
            for (int i = 0; i < matrix.length; i++) {
                int column = i % width;
                largest[column] = Math.max(largest[column], Math.abs(matrix[i]));
            }
        }
        return largest;
    }
}
