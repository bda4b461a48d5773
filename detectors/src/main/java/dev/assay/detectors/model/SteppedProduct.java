package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/**
 * A product of integers with one step for all activations: a = round(x / step), cut off at both ends of a byte. For rows that are
 * known to be alike, and for results so wide that another pass over them, to scale each row, costs more than it wins.
 *
 * @param step size of one step
 */
record SteppedProduct(float step) implements Product {
    /** Beyond which values are cut off, in standard deviations: best of 3.5, 4 and 4.5 on 24 web texts. */
    private static final float DEVIATIONS = 4.5f;

    /** For activations that spread like this around 0. */
    static SteppedProduct over(float deviation) {
        return new SteppedProduct(DEVIATIONS * deviation / Int8Weights.LARGEST);
    }

    @Override
    public String apply(Graph graph, String name, String input, Matrix matrix, String offset) {
        Int8Weights weights = new Int8Weights(matrix);
        String factor = graph.bytes(name + ".weight", weights.values(), matrix.inputs(), matrix.outputs());
        String weightScale = graph.floats(name + ".weight_scale", weights.scales(), matrix.outputs());
        // Signed weights have none, but where ONNX Runtime makes them unsigned at load it has to have one to write to.
        String weightZero = graph.bytes(name + ".weight_zero", () -> new byte[1]);
        String scale = graph.floats(name + ".scale", () -> new float[] {step});
        String zero = graph.unsignedByte(name + ".zero", 128);
        String bytes = graph.node("QuantizeLinear", name + ".bytes", List.of(input, scale, zero));
        graph.node(
                Graph.MICROSOFT,
                "MatMulIntegerToFloat",
                name,
                List.of(bytes, factor, scale, weightScale, zero, weightZero, offset),
                List.of(name));
        return name;
    }
}
