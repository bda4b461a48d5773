package dev.assay.detectors.learn;

import java.util.Arrays;

/** The runs of one to four tokens in a text, each known by {@value #BITS} bits of its hash. */
final class Ngrams {
    static final int BITS = 24;
    static final int KEYS = 1 << BITS;

    private static final int LONGEST = 4;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private Ngrams() {}

    /** The distinct keys of a text's runs, ascending, each in [0, {@link #KEYS}). */
    static int[] of(int[] ids) {
        int[] keys = new int[LONGEST * ids.length];
        int runs = 0;
        for (int start = 0; start < ids.length; start++) {
            int end = Math.min(ids.length, start + LONGEST);
            long hash = 0;
            for (int i = start; i < end; i++) {
                hash = mixed(hash + ids[i] + 1);
                keys[runs++] = (int) (hash >>> (Long.SIZE - BITS));
            }
        }
        Arrays.sort(keys, 0, runs);
        return distinct(keys, runs);
    }

    private static long mixed(long value) {
        long hash = value * STEP;
        hash = (hash ^ (hash >>> 32)) * SPREAD;
        return hash ^ (hash >>> 32);
    }

    private static int[] distinct(int[] sorted, int length) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
