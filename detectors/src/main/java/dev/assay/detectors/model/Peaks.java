package dev.assay.detectors.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The largest magnitudes seen, by channel.
 *
 * @param seen by layer: place → input channels of the product there, without the graph's padding
 */
record Peaks(List<Map<Place, float[]>> seen) {
    static Peaks none(LlamaShape shape) {
        return new Peaks(
                Stream.generate(() -> layer(shape)).limit(shape.layers()).toList());
    }

    private static Map<Place, float[]> layer(LlamaShape shape) {
        return Map.of(
                Place.QUERY_KEY_VALUE, new float[shape.hidden()],
                Place.ATTENTION_OUTPUT, new float[shape.heads() * shape.headSize()],
                Place.GATE_UP, new float[shape.hidden()],
                Place.DOWN, new float[shape.feedForward()]);
    }

    float[] of(int layer, Place place) {
        return seen.get(layer).get(place);
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
