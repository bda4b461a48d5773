package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/**
 * A product whose inputs are turned, block by block, on their way in: for inputs that come from no linear map that could turn them.
 *
 * @param product what multiplies the turned inputs with the turned weights
 */
record Turned(Product product) implements Product {
    private static final int LARGEST_BLOCK = 64; // larger ones cost more time than they win in accuracy

    @Override
    public String apply(Graph graph, String name, String input, Matrix weights, String offset) {
        int block = Math.min(LARGEST_BLOCK, Integer.lowestOneBit(weights.inputs()));
        Rotation rotation = Rotation.of(block);
        String matrix = graph.floats(name + ".rotation", rotation::matrix, block, block);
        String blocks = graph.longs(name + ".blocks", new long[] {1, -1, block}, 3);
        String whole = graph.longs(name + ".whole", new long[] {1, -1, weights.inputs()}, 3);
        String cut = graph.node("Reshape", name + ".cut", List.of(input, blocks));
        String turned = graph.node("MatMul", name + ".turned_blocks", List.of(cut, matrix));
        String rows = graph.node("Reshape", name + ".turned", List.of(turned, whole));
        Matrix turnedWeights = new Matrix(
                weights.outputs(),
                weights.inputs(),
                () -> rotation.turn(weights.rows().get()));
        return product.apply(graph, name, rows, turnedWeights, offset);
    }
}
