package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/** How a precision multiplies hidden states with a weight matrix. */
interface Product {
    /** Plain 32-bit floats. */
    Product FP32 = (graph, name, input, weights) -> {
        String factor = graph.floats(name + ".weight", weights::transposed, weights.inputs(), weights.outputs());
        return graph.node("MatMul", name, List.of(input, factor));
    };

    /** Adds the product's nodes and constants to the graph and returns the name of its result, float (…, outputs). */
    String apply(Graph graph, String name, String input, Matrix weights);
}
