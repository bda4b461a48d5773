package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.Graph.Attribute;
import java.util.List;

/**
 * Products of integers. Each row of activations is divided by its own largest magnitude, m = max |x|, so that a row's result depends
 * on no other row; weights are {@link Int8Weights}; the sum of the integer products is multiplied by m and the weights' scales.
 */
enum Int8Product implements Product {
    /** Activations of 8 bits: x ≈ m · a / 127, a a signed byte. */
    ROW8 {
        @Override
        String multiply(Nodes nodes, String row) {
            return nodes.product("", nodes.quantized("", row, FINE));
        }
    },
    /** Activations of 16 bits in two bytes: what the first left over, at most half a step, becomes the second. */
    ROW16 {
        @Override
        String multiply(Nodes nodes, String row) {
            String high = nodes.quantized("", row, FINE);
            String rest = nodes.rest(row, high);
            String low = nodes.quantized("low.", rest, FINEST);
            return nodes.graph()
                    .node("Add", nodes.at() + "sum", List.of(nodes.product("", high), nodes.product("low.", low)));
        }
    };

    private static final float FINE = 1f / 127;
    private static final float FINEST = 1f / 127 / 254;
    private static final float SMALLEST = 1e-9f; // a row of zeros is divided by this

    /** The product of a row within [−1, 1]. */
    abstract String multiply(Nodes nodes, String row);

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
        return graph.node("Mul", name, List.of(multiply(nodes, row), divisor));
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

        /** Unsigned bytes: 128 + round(row / scale). */
        String quantized(String which, String row, float scale) {
            String step = graph.floats(at + which + "scale", () -> new float[] {scale});
            return graph.node("QuantizeLinear", at + which + "bytes", List.of(row, step, at + "zero"));
        }

        String rest(String row, String quantized) {
            String back = graph.node("DequantizeLinear", at + "back", List.of(quantized, at + "scale", at + "zero"));
            return graph.node("Sub", at + "rest", List.of(row, back));
        }

        String product(String which, String bytes) {
            String name = at + which + "product";
            graph.node(
                    Graph.MICROSOFT,
                    "MatMulIntegerToFloat",
                    name,
                    List.of(bytes, at + "weight", at + which + "scale", at + "weight_scale", at + "zero"),
                    List.of(name));
            return name;
        }
    }
}
