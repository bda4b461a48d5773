package dev.assay.detectors.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Factors that make the channels of activations alike before they are quantized (SmoothQuant, Xiao et al., ICML 2023): a channel is
 * divided by s where it arises and its weights are multiplied by s where it is used, s = max |x|^α / max |w|^(1 − α) over the geometric
 * mean of that. Every factor is a power of two: multiplying by it rounds nothing, so fp32 results stay as they are, and a last bit of
 * difference in max |x| between CPUs changes a factor only when it stands on the very edge.
 *
 * @param factors by layer: place → factor of each input channel; for {@link Place#ATTENTION_OUTPUT} of each value channel (key/value
 *     heads · head size), which all query heads of the group share
 */
record Smoothing(List<Map<Place, float[]>> factors) {
    private static final double ALPHA = 0.6; // best of 0.4, 0.5 and 0.6, all products of 8 bits, on 24 web texts
    private static final float SMALLEST = 1e-5f;

    /** From the largest magnitudes of activations. */
    static Smoothing of(LlamaWeights weights, Peaks peaks) {
        LlamaShape shape = weights.shape();
        List<Map<Place, float[]>> factors = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            Map<Place, float[]> places = new EnumMap<>(Place.class);
            for (Place place : Place.values()) {
                float[] used = columnPeaks(weights, layer, place);
                float[] seen = peaks.of(layer, place);
                boolean shared = place == Place.ATTENTION_OUTPUT;
                places.put(place, shared ? factors(byGroup(shape, seen), byGroup(shape, used)) : factors(seen, used));
            }
            factors.add(places);
        }
        return new Smoothing(factors);
    }

    float[] at(int layer, Place place) {
        return factors.get(layer).get(place);
    }

    /** The start token's constants for weights that are smoothed: its values are divided like all others. */
    StartState of(StartState start, LlamaShape shape) {
        float[][] values = new float[start.values().length][];
        for (int layer = 0; layer < values.length; layer++) {
            float[] s = at(layer, Place.ATTENTION_OUTPUT);
            float[] divided = start.values()[layer].clone(); // (key/value heads × graph head size)
            for (int i = 0; i < s.length; i++) {
                divided[i / shape.headSize() * shape.graphHeadSize() + i % shape.headSize()] /= s[i];
            }
            values[layer] = divided;
        }
        return new StartState(start.keys(), values, start.hidden());
    }

    /** Factors of channels with activations up to {@code seen} and weights up to {@code used}. */
    static float[] factors(float[] seen, float[] used) {
        double[] logs = new double[seen.length]; // log₂ s
        for (int i = 0; i < logs.length; i++) {
            logs[i] = ALPHA * log2(seen[i]) - (1 - ALPHA) * log2(used[i]);
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        float[] factors = new float[logs.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Math.scalb(1f, (int) Math.rint(logs[i] - mean));
        }
        return factors;
    }

    private static double log2(float value) {
        return StrictMath.log(Math.max(value, SMALLEST)) / StrictMath.log(2);
    }

    /** max |w| of each input channel. */
    private static float[] columnPeaks(LlamaWeights w, int layer, Place place) {
        LlamaShape shape = w.shape();
        return switch (place) {
            case QUERY_KEY_VALUE -> Peaks.ofColumns(shape.hidden(), w.query(layer), w.key(layer), w.value(layer));
            case ATTENTION_OUTPUT -> Peaks.ofColumns(shape.heads() * shape.headSize(), w.attentionOutput(layer));
            case GATE_UP -> Peaks.ofColumns(shape.hidden(), w.gate(layer), w.up(layer));
            case DOWN -> Peaks.ofColumns(shape.feedForward(), w.down(layer));
        };
    }

    /** The largest over the query heads that share a value head. */
    private static float[] byGroup(LlamaShape shape, float[] channels) {
        float[] largest = new float[shape.keyValueHeads() * shape.headSize()];
        for (int i = 0; i < channels.length; i++) {
            int value = valueChannel(shape, i);
            largest[value] = Math.max(largest[value], channels[i]);
        }
        return largest;
    }

    /** The value channel that channel {@code i} of the attended values is a mean of. */
    static int valueChannel(LlamaShape shape, int i) {
        int group = i / shape.headSize() / (shape.heads() / shape.keyValueHeads());
        return group * shape.headSize() + i % shape.headSize();
    }
}
