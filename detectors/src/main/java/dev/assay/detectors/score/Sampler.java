package dev.assay.detectors.score;

import java.util.Arrays;

/**
 * Draws tokens from one position's distribution after another by inverting its cumulative distribution. The uniforms are visited
 * in ascending order, so that one walk over the vocabulary serves all samples of a position, O(V + S log S); each sample keeps the
 * uniform that is its own, so sample c is an independent draw at every position. Holds a run's scratch space: not thread-safe.
 */
final class Sampler {
    private static final int BLOCK = 256;
    private static final int SAMPLE_BITS = 11;
    private final Uniforms uniforms;
    private final double[] drawn; // uniforms of one position (S)
    private final long[] order; // uniforms as integers, each with the number of its sample in the low bits (S)
    private final float[] logProbs; // nats (V)
    private final float[] probs; // (V)
    private final double[] blocks; // Σ of probs over each block of the vocabulary

    Sampler(Uniforms uniforms, int samples, int vocabulary) {
        if (samples > 1 << SAMPLE_BITS) {
            throw new IllegalArgumentException(samples + " samples a position: draw at most " + (1 << SAMPLE_BITS));
        }
        this.uniforms = uniforms;
        drawn = new double[samples];
        order = new long[samples];
        logProbs = new float[vocabulary];
        probs = new float[vocabulary];
        blocks = new double[(vocabulary + BLOCK - 1) / BLOCK];
    }

    /** One position's ln p over the vocabulary, to be filled before {@link #draw}. */
    float[] row() {
        return logProbs;
    }

    /** Puts ln p of sample c at {@code token} into {@code into[c][token]}, nats. */
    void draw(int token, double[][] into) {
        uniforms.fill(token, drawn);
        sort();
        double total = exponentiate();
        int block = 0;
        int entry = 0;
        double toBlock = 0; // mass of the blocks passed
        double toEntry = 0; // mass of the entries passed
        for (long next : order) {
            int sample = (int) (next & ((1 << SAMPLE_BITS) - 1));
            double target = drawn[sample] * total;
            while (block < blocks.length - 1 && toBlock + blocks[block] <= target) {
                toBlock += blocks[block++];
                toEntry = toBlock;
                entry = block * BLOCK;
            }
            int last = Math.min(probs.length, (block + 1) * BLOCK) - 1;
            while (entry < last && toEntry + probs[entry] <= target) {
                toEntry += probs[entry++];
            }
            into[sample][token] = logProbs[entry];
        }
    }

    private void sort() {
        for (int c = 0; c < drawn.length; c++) {
            order[c] = ((long) (drawn[c] * 0x1.0p52) << SAMPLE_BITS) | c;
        }
        Arrays.sort(order);
    }

    /** Fills probs and blocks; the sum of all, which rounding keeps from being 1. */
    private double exponentiate() {
        double total = 0;
        for (int b = 0; b < blocks.length; b++) {
            int end = Math.min(probs.length, (b + 1) * BLOCK);
            double sum = 0;
            for (int v = b * BLOCK; v < end; v++) {
                probs[v] = FloatExp.of(logProbs[v]);
                sum += probs[v];
            }
            blocks[b] = sum;
            total += sum;
        }
        return total;
    }
}
