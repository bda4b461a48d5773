package dev.assay.detectors.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much a text's wording is that of machines: bias + Σ w / √n over the n distinct runs of one to four tokens that have a weight,
 * in natural log-odds; higher means machine. Fitted by {@link LexicalFitting} for the tokens of one bundle. Immutable.
 */
public final class LexicalModel {
    private static final int MAGIC = 0x41534C58;
    private static final int VERSION = 1;
    private static final int MOST_KEYS = 3_000_000;
    private static final int LARGEST_LEVEL = Byte.MAX_VALUE;
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;
    private static final double LEAST_KNOWN = 0.2;
    private static final int LEAST_RUNS = 32;

    private final int[] keys; // (runs), ascending
    private final byte[] levels; // (runs), in units of step
    private final double step; // log-odds
    private final double bias; // log-odds

    private LexicalModel(int[] keys, byte[] levels, double step, double bias) {
        this.keys = keys;
        this.levels = levels;
        this.step = step;
        this.bias = bias;
    }

    /** With the weights rounded to 255 levels. */
    static LexicalModel of(int[] keys, float[] weights, double bias) {
        if (keys.length > MOST_KEYS) {
            throw new IllegalArgumentException("more than " + MOST_KEYS + " runs of tokens: give fewer texts");
        }
        double largest = Double.MIN_NORMAL;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double step = largest / LARGEST_LEVEL;
        byte[] levels = new byte[keys.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(weights[i] / step);
        }
        return new LexicalModel(keys, levels, step, bias);
    }

    /**
     * The score of a text, in log-odds.
     *
     * @param ids its tokens
     * @return empty where too little of the text is known to the model
     */
    public OptionalDouble score(int[] ids) {
        int[] runs = Ngrams.of(ids);
        long sum = 0;
        int known = 0;
        for (int run : runs) {
            int place = Arrays.binarySearch(keys, run);
            if (place >= 0) {
                sum += levels[place];
                known++;
            }
        }
        if (known < LEAST_RUNS || known < LEAST_KNOWN * runs.length) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(bias + step * sum / Math.sqrt(known));
    }

    /** The share, in [0, 1], of the text's distinct runs of tokens that have a weight; 0 for an empty text. */
    public double known(int[] ids) {
        int[] runs = Ngrams.of(ids);
        long known = Arrays.stream(runs)
                .filter(run -> Arrays.binarySearch(keys, run) >= 0)
                .count();
        return runs.length == 0 ? 0 : (double) known / runs.length;
    }

    /**
     * Writes it: magic number, version, bias, size of a level and number of runs; then for each run its distance from the one before, in
     * groups of seven bits, lowest first, with the top bit set in all but the last, and its level, one byte. The same model gives the
     * same bytes.
     */
    public void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeDouble(bias);
        out.writeDouble(step);
        out.writeInt(keys.length);
        int before = -1;
        for (int i = 0; i < keys.length; i++) {
            writeGap(out, keys[i] - before);
            out.writeByte(levels[i]);
            before = keys[i];
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else, or truncated
     */
    public static LexicalModel read(DataInput in) throws IOException {
        check(in.readInt() == MAGIC, "no lexical model");
        check(in.readByte() == VERSION, "a lexical model of another version");
        double bias = in.readDouble();
        double step = in.readDouble();
        check(Double.isFinite(bias) && Double.isFinite(step) && step > 0, "a lexical model without a scale");
        int count = in.readInt();
        check(count > 0 && count <= MOST_KEYS, "a lexical model with an impossible number of weights");
        int[] keys = new int[count];
        byte[] levels = new byte[count];
        long before = -1;
        for (int i = 0; i < count; i++) {
            before += readGap(in);
            check(before < Ngrams.KEYS, "a lexical model with a run that cannot be");
            keys[i] = (int) before;
            levels[i] = in.readByte();
        }
        return new LexicalModel(keys, levels, step, bias);
    }

    private static void writeGap(DataOutput out, int gap) throws IOException {
        int rest = gap;
        while (rest >= MORE) {
            out.writeByte(MORE | (rest % MORE));
            rest >>>= GROUP;
        }
        out.writeByte(rest);
    }

    private static int readGap(DataInput in) throws IOException {
        int gap = 0;
        for (int shift = 0; shift < Ngrams.BITS + GROUP; shift += GROUP) {
            int group = in.readUnsignedByte();
            gap |= (group % MORE) << shift;
            if (group < MORE) {
                check(gap > 0, "a lexical model whose runs do not ascend");
                return gap;
            }
        }
        throw new IOException("a lexical model with a run that cannot be");
    }

    private static void check(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
