package dev.assay.detectors.score;

import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.Bundle;
import java.util.List;

/**
 * A bundle's graphs, opened.
 *
 * @param body from token ids to hidden states and their sums
 * @param head from hidden states to the numbers of each token
 * @param pooledLayers layers whose states the body gives out in sums; may be none
 */
record Graphs(OrtSession body, OrtSession head, List<Integer> pooledLayers) implements AutoCloseable {
    /**
     * Opens both.
     *
     * @throws dev.assay.detectors.model.BundleException when one cannot be opened
     */
    static Graphs open(Bundle bundle, int threads) {
        OrtSession body = OnnxRuntime.open(bundle.body(), threads);
        try {
            return new Graphs(
                    body,
                    OnnxRuntime.open(bundle.head(), threads),
                    bundle.manifest().pooledLayers());
        } catch (RuntimeException e) {
            OnnxRuntime.close(body);
            throw e;
        }
    }

    @Override
    public void close() {
        OnnxRuntime.close(head);
        OnnxRuntime.close(body);
    }
}
