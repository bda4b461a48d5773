package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.Graph.Attribute;
import java.util.List;

/**
 * Builds the graph from hidden states to what is scored: {@code hidden} float [c, H] and {@code targets} int64 [c] to
 * {@code log_prob} ln p of the target, {@code rank} 1 + #{v : logit_v > logit of the target}, {@code mean_log_prob} Σ p ln p,
 * {@code mean_sq_log_prob} Σ p ln² p, each [c], and {@code log_probs} [c, V].
 *
 * <p>ln p is computed as logit − max − ln Σ exp(logit − max), so no exponential overflows. Ranks come from the logits themselves:
 * the subtraction would round different logits onto one value.
 */
final class HeadGraph {
    private HeadGraph() {}

    static Graph of(LlamaWeights weights, Product product) {
        LlamaShape shape = weights.shape();
        Graph graph = new Graph("head");
        graph.floatInput("hidden", "c", shape.hidden());
        graph.longInput("targets", "c");
        String last = graph.longs("last_axis", new long[] {-1}, 1);
        graph.node("Unsqueeze", "targets.column", List.of("targets", last)); // [c, 1]
        Matrix output = new Matrix(shape.vocabulary(), shape.hidden(), weights::output);
        String logits = product.apply(graph, "logits", "hidden", output);
        addRank(graph, logits, last);
        graph.node("LogSoftmax", "log_probs", List.of(logits), Attribute.of("axis", -1));
        pick(graph, "log_prob.column", "log_probs");
        graph.node("Squeeze", "log_prob", List.of("log_prob.column", last));
        addMoments(graph, last);
        declareOutputs(graph, shape);
        return graph;
    }

    private static void addRank(Graph graph, String logits, String last) {
        pick(graph, "target_logit", logits);
        graph.node("Greater", "above", List.of(logits, "target_logit"));
        // Counted in floats, which are whole numbers up to 2²⁴ and added up several at a time; integers are not.
        graph.node("Cast", "above.float", List.of("above"), Attribute.of("to", 1));
        graph.node("ReduceSum", "above.count", List.of("above.float", last), Attribute.of("keepdims", 0));
        graph.node("Cast", "above.int64", List.of("above.count"), Attribute.of("to", 7));
        graph.node("Add", "rank", List.of("above.int64", graph.longs("one", new long[] {1}, 1)));
    }

    private static void addMoments(Graph graph, String last) {
        graph.node("Exp", "p", List.of("log_probs"));
        graph.node("Mul", "p_log_p", List.of("p", "log_probs"));
        graph.node("ReduceSum", "mean_log_prob", List.of("p_log_p", last), Attribute.of("keepdims", 0));
        graph.node("Mul", "p_log2_p", List.of("p_log_p", "log_probs"));
        graph.node("ReduceSum", "mean_sq_log_prob", List.of("p_log2_p", last), Attribute.of("keepdims", 0));
    }

    private static void pick(Graph graph, String name, String from) {
        graph.node("GatherElements", name, List.of(from, "targets.column"), Attribute.of("axis", 1));
    }

    private static void declareOutputs(Graph graph, LlamaShape shape) {
        graph.floatOutput("log_prob", "c");
        graph.longOutput("rank", "c");
        graph.floatOutput("mean_log_prob", "c");
        graph.floatOutput("mean_sq_log_prob", "c");
        graph.floatOutput("log_probs", "c", shape.vocabulary());
    }
}
