package dev.assay.detectors.score;

import dev.assay.detectors.tokenize.Window;
import java.nio.FloatBuffer;
import java.util.List;

/** The sums of a text's states as they grow, window by window. Each token is summed where it is scored. */
final class StateSums {
    private final List<Integer> layers;
    private final int hiddenSize;
    private final int tokens;
    private final float[][] sums; // (layers, groups · H)

    StateSums(List<Integer> layers, int hiddenSize, int tokens) {
        this.layers = layers;
        this.hiddenSize = hiddenSize;
        this.tokens = tokens;
        sums = new float[layers.size()][group(tokens + PooledStates.GROUP - 1) * hiddenSize];
    }

    private static int group(int token) {
        return token / PooledStates.GROUP;
    }

    /** Groups that the window's scored tokens lie in; the first and the last may be shared with its neighbours. */
    static int groups(Window window) {
        return group(window.end() - 1) - group(window.scoreFrom()) + 1;
    }

    /** 1 where a token that the window scores lies in a group, else 0 (groups, the window's length). */
    static float[] pooling(Window window) {
        float[] pooling = new float[groups(window) * window.length()];
        for (int token = window.scoreFrom(); token < window.end(); token++) {
            int row = group(token) - group(window.scoreFrom());
            pooling[row * window.length() + token - window.start()] = 1;
        }
        return pooling;
    }

    /**
     * Adds what a window gave for a layer.
     *
     * @param index which of the layers
     * @param rows (the window's groups, H)
     */
    void add(int index, Window window, FloatBuffer rows) {
        int at = group(window.scoreFrom()) * hiddenSize;
        for (int i = 0; i < groups(window) * hiddenSize; i++) {
            float sum = rows.get(i);
            if (!Float.isFinite(sum)) {
                throw new ModelFaultException("the model gave " + sum + " behind layer " + layers.get(index)
                        + " of a text of " + tokens + " tokens");
            }
            sums[index][at + i] += sum;
        }
    }

    /** Complete once every window has been added. */
    PooledStates states() {
        return PooledStates.of(layers, tokens, sums);
    }
}
