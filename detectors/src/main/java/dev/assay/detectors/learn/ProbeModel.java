package dev.assay.detectors.learn;

import dev.assay.detectors.score.PooledStates;
import java.util.Arrays;
import java.util.List;

/**
 * A direction in the space of a model's hidden states along which texts of machines lie further than those of people.
 *
 * @param layers the layers it reads, counted from 0
 * @param weights one a coordinate of {@link #features} (layers · H)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
public record ProbeModel(List<Integer> layers, float[] weights) {
    /** Copies the list. */
    public ProbeModel {
        layers = List.copyOf(layers);
    }

    /** The length along the direction, in units of the fit; states must hold the layers and at least one group. */
    public double score(PooledStates states) {
        double[] features = features(states, layers);
        if (features.length != weights.length) {
            throw new IllegalArgumentException(features.length + " numbers for " + weights.length + " weights");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /** The mean state of each layer, divided by its own root mean square, one after the other (layers · H); METHODS §2b. */
    public static double[] features(PooledStates states, List<Integer> layers) {
        double[][] parts =
                layers.stream().map(layer -> normalized(states.mean(layer))).toArray(double[][]::new);
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] normalized(double[] mean) {
        double squares = 0;
        for (double value : mean) {
            squares += value * value;
        }
        double rms = Math.sqrt(squares / mean.length);
        return rms > 0 ? Arrays.stream(mean).map(value -> value / rms).toArray() : mean;
    }
}
