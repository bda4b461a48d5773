package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.Graph.Attribute;
import java.util.List;

/**
 * A product of integers. Each row of activations is divided by its own largest magnitude, m = max |x|, so that a row's result depends
 * on no other row, and rounded: x ≈ m · a / 127, a a signed byte. Weights are {@link Int8Weights}; the sum of the integer products is
 * multiplied by m and the weights' scales.
 */
record Int8Product() implements Product {
    private static final float SMALLEST = 1e-9f; // a row of zeros is divided by this

    @Override
    public String apply(Graph graph, String name, String input, Matrix weights, String offset) {
        String at = name + ".";
        String magnitude = graph.node("Abs", at + "magnitude", List.of(input));
        String axis = graph.longs(at + "axis", new long[] {-1}, 1);
        String largest = graph.node("ReduceMax", at + "largest", List.of(magnitude, axis), Attribute.of("keepdims", 1));
        String least = graph.floats(at + "least", () -> new float[] {SMALLEST});
        String divisor = graph.node("Max", at + "divisor", List.of(largest, least));
        String row = graph.node("Div", at + "row", List.of(input, divisor));
        String product = new SteppedProduct(1f / Int8Weights.LARGEST).apply(graph, at + "product", row, weights);
        if (offset.isEmpty()) {
            return graph.node("Mul", name, List.of(product, divisor));
        }
        String sum = graph.node("Mul", at + "sum", List.of(product, divisor));
        return graph.node("Add", name, List.of(sum, offset));
    }
}
