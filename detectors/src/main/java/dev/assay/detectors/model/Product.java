package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/** How a precision multiplies hidden states with a weight matrix. */
interface Product {
    /** Plain 32-bit floats. */
    Product FP32 = (graph, name, input, weights, offset) -> {
        String factor = graph.floats(name + ".weight", weights::transposed, weights.inputs(), weights.outputs());
        return offset.isEmpty()
                ? graph.node("MatMul", name, List.of(input, factor))
                : graph.node(
                        "Add", name, List.of(graph.node("MatMul", name + ".product", List.of(input, factor)), offset));
    };

    /**
     * Adds the product's nodes and constants to the graph.
     *
     * @param input name of float (…, inputs)
     * @param offset name of float (outputs) that is added to every row; empty for none
     * @return name of the result, float (…, outputs)
     */
    String apply(Graph graph, String name, String input, Matrix weights, String offset);

    /** The product with nothing added. */
    default String apply(Graph graph, String name, String input, Matrix weights) {
        return apply(graph, name, input, weights, "");
    }
}
