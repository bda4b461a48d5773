package dev.assay.detectors.decide;

import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * How much a text repeats itself. Whatever stands in a text before costs a model next to nothing when it comes again, whoever wrote it: a
 * refrain, a reminder sent three times and a list of rules look machine-written to every likelihood.
 */
public final class Repetition {
    private static final int RUN = 4;

    private Repetition() {}

    /** Share of the text's runs of four tokens that stand in it before, in [0, 1]; 0 below five tokens. */
    public static double share(int[] ids) {
        int runs = ids.length - RUN + 1;
        Set<IntBuffer> seen = new HashSet<>();
        for (int i = 0; i < runs; i++) {
            seen.add(IntBuffer.wrap(ids, i, RUN));
        }
        return runs < 1 ? 0 : 1 - (double) seen.size() / runs;
    }
}
