package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.FloatRows;
import java.io.IOException;
import java.util.function.IntPredicate;

/** What a bundle's body turns token ids into: one row of the width of the hidden states a token. */
public final class EmbeddingTable {
    private static final String NAME = "embedding"; // as the body calls it

    private EmbeddingTable() {}

    /**
     * Reads rows of a bundle's table, in turned coordinates where the precision turns them.
     *
     * @param wanted which token ids; the others' rows are passed over
     * @return by token id (V)(H); null where a row was not wanted
     * @throws BundleException when the body carries no table of floats of that size
     */
    public static float[][] read(Bundle bundle, IntPredicate wanted) {
        BundleManifest manifest = bundle.manifest();
        float[][] rows = new float[manifest.vocabulary()][];
        try {
            FloatRows.read(bundle.body(), NAME, manifest.vocabulary(), manifest.hiddenSize(), (id, row) -> {
                if (wanted.test(id)) {
                    rows[id] = row.get();
                }
            });
        } catch (IOException e) {
            throw new BundleException(
                    bundle.body() + " carries no embedding table that can be read (" + e.getMessage()
                            + "), which attack synonym needs; import the model again, or choose another with --model",
                    e);
        }
        return rows;
    }
}
