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
    /** The largest magnitude of a signed byte that has its opposite. */
    static final int LARGEST = 127;

    private static final float SMALLEST = 1e-9f; // a row of zeros is divided by this

    @Override
    public String apply(Graph graph, String name, String input, Matrix weights) {
        Nodes nodes = Nodes.of(graph, name, weights);
        String at = nodes.at();
        String magnitude = graph.node("Abs", at + "magnitude", List.of(input));
        String axis = graph.longs(at + "axis", new long[] {-1}, 1);
        String largest = graph.node("ReduceMax", at + "largest", List.of(magnitude, axis), Attribute.of("keepdims", 1));
        String least = graph.floats(at + "least", () -> new float[] {SMALLEST});
        String divisor = graph.node("Max", at + "divisor", List.of(largest, least));
        String row = graph.node("Div", at + "row", List.of(input, divisor));
        String product = nodes.product(nodes.quantized(row, 1f / LARGEST), at + "product", "");
        return graph.node("Mul", name, List.of(product, divisor));
    }

    /**
     * Adds the nodes of one product; values are named {@code at} and what they are.
     *
     * @param at beginning of the names
     */
    record Nodes(Graph graph, String at) {
        static Nodes of(Graph graph, String name, Matrix matrix) {
            Int8Weights weights = new Int8Weights(matrix);
            graph.bytes(name + ".weight", weights.values(), matrix.inputs(), matrix.outputs());
            graph.floats(name + ".weight_scale", weights.scales(), matrix.outputs());
            graph.unsignedByte(name + ".zero", 128);
            return new Nodes(graph, name + ".");
        }

        /** Unsigned bytes: 128 + round(row / step), cut off at both ends. */
        String quantized(String row, float step) {
            String scale = graph.floats(at + "scale", () -> new float[] {step});
            return graph.node("QuantizeLinear", at + "bytes", List.of(row, scale, at + "zero"));
        }

        /** The product of such bytes, in floats, plus {@code offset} (outputs) unless that is empty. */
        String product(String bytes, String name, String offset) {
            graph.node(
                    Graph.MICROSOFT,
                    "MatMulIntegerToFloat",
                    name,
                    List.of(bytes, at + "weight", at + "scale", at + "weight_scale", at + "zero", "", offset),
                    List.of(name));
            return name;
        }
    }
}
