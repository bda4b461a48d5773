package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/**
 * Adds to a body graph what is read of its residual stream: {@code pooling} float [g, m] times the stream behind a layer, one output
 * {@code pooled.LAYER} float [g, H] a layer. With a row of ones and zeros for each group of tokens these are sums over groups, and no
 * token's state leaves the graph. The start token is none of the m. Where the stream is turned, the sums are turned back.
 */
final class PooledStream {
    private final Graph graph;
    private final LlamaWeights weights;
    private final List<Integer> layers;

    PooledStream(Graph graph, LlamaWeights weights) {
        this.graph = graph;
        this.weights = weights;
        this.layers = weights.shape().pooledLayers();
    }

    /** Declares the input, and the constant that turns sums back. */
    void begin() {
        int hidden = weights.shape().hidden();
        graph.floatInput(Bundle.POOLING, "g", "m");
        // Rᵀ, the inverse of what the stream was turned by.
        weights.turn()
                .ifPresent(turn -> graph.floats(
                        "pooled.back", new Matrix(hidden, hidden, turn::matrix)::transposed, hidden, hidden));
    }

    /** Adds the output of a layer, where it is one of those that are pooled. */
    void add(int layer, String stream) {
        if (!layers.contains(layer)) {
            return;
        }
        String pooled = Bundle.pooled(layer);
        String rows =
                graph.node("Squeeze", pooled + ".rows", List.of(stream, graph.longs(pooled + ".axis", new long[1], 1)));
        if (weights.turn().isPresent()) {
            graph.node("MatMul", pooled + ".turned", List.of(Bundle.POOLING, rows));
            graph.node("MatMul", pooled, List.of(pooled + ".turned", "pooled.back"));
        } else {
            graph.node("MatMul", pooled, List.of(Bundle.POOLING, rows));
        }
        graph.floatOutput(pooled, "g", weights.shape().hidden());
    }
}
