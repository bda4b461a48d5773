package dev.assay.detectors.score;

import java.util.Arrays;
import java.util.List;

/**
 * What a text leaves in the middle of the model: sums of the residual stream behind some layers over groups of {@value #GROUP} tokens,
 * from which means over the text or over parts of it are made (METHODS §2b). Group g holds tokens {@value #GROUP} g and following; the
 * last may hold fewer. The document-start token is in none. The numbers are those of the model's makers' own implementation, whatever
 * the precision. Immutable.
 */
public final class PooledStates {
    /** Tokens a group. */
    public static final int GROUP = 32;

    private final List<Integer> layers;
    private final int[] tokens; // (groups)
    private final float[][] sums; // (layers, groups · H)

    /** Takes the arrays as they are; whoever made them writes to them no more. */
    PooledStates(List<Integer> layers, int[] tokens, float[][] sums) {
        this.layers = List.copyOf(layers);
        this.tokens = tokens;
        this.sums = sums;
    }

    /**
     * The states of a whole text.
     *
     * @param tokens tokens of the text; the last group may be short of them
     * @param sums a row a layer, (groups · H); taken as they are, whoever made them writes to them no more
     */
    public static PooledStates of(List<Integer> layers, int tokens, float[][] sums) {
        int[] counts = new int[(tokens + GROUP - 1) / GROUP];
        for (int g = 0; g < counts.length; g++) {
            counts[g] = Math.min(GROUP, tokens - g * GROUP);
        }
        return new PooledStates(layers, counts, sums);
    }

    /** The layers, counted from 0, ascending. */
    public List<Integer> layers() {
        return layers;
    }

    /** Number of groups; 0 for an empty text. */
    public int groups() {
        return tokens.length;
    }

    /** Tokens in a group, 1 to {@value #GROUP}. */
    public int tokens(int group) {
        return tokens[group];
    }

    /**
     * Mean over the tokens of all groups (H).
     *
     * @throws IllegalArgumentException for a layer that is not among {@link #layers}, or where there is no group
     */
    public double[] mean(int layer) {
        return mean(layer, 0, groups());
    }

    /**
     * Mean over the tokens of groups {@code from} (inclusive) to {@code to} (exclusive) (H).
     *
     * @throws IllegalArgumentException for a layer that is not among {@link #layers}, or groups that are none
     */
    public double[] mean(int layer, int from, int to) {
        if (from < 0 || from >= to || to > groups()) {
            throw new IllegalArgumentException("groups " + from + " to " + to + " of " + groups());
        }
        float[] all = sums[indexOf(layer)];
        int width = all.length / groups();
        double[] mean = new double[width];
        for (int at = from * width; at < to * width; at++) {
            mean[at % width] += all[at];
        }
        int count = Arrays.stream(tokens, from, to).sum();
        for (int i = 0; i < width; i++) {
            mean[i] /= count;
        }
        return mean;
    }

    /** The sums of all groups, one after the other (groups · H); not to be written to. */
    float[] sums(int layer) {
        return sums[indexOf(layer)];
    }

    private int indexOf(int layer) {
        int index = layers.indexOf(layer);
        if (index < 0) {
            throw new IllegalArgumentException("layer " + layer + " is none of " + layers);
        }
        return index;
    }

    /** The groups whose tokens are all among tokens {@code from} (inclusive) to {@code to} (exclusive) of the text; there may be none. */
    PooledStates slice(int from, int to) {
        int first = 0;
        int start = 0; // first token of the group
        while (first < groups() && start < from) {
            start += tokens[first++];
        }
        int last = first;
        while (last < groups() && start + tokens[last] <= to) {
            start += tokens[last++];
        }
        float[][] parts = new float[sums.length][];
        for (int i = 0; i < parts.length; i++) {
            int width = groups() == 0 ? 0 : sums[i].length / groups();
            parts[i] = Arrays.copyOfRange(sums[i], first * width, last * width);
        }
        return new PooledStates(layers, Arrays.copyOfRange(tokens, first, last), parts);
    }
}
