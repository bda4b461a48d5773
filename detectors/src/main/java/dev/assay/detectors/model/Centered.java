package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/**
 * A product of integers behind a norm of turned activations. Their channels' means, about half of their energy, are taken away and
 * come back as a constant behind the product: exact, where what they would have cost is not. What is left is nearly Gaussian in
 * every row, so one step serves all rows, and no row is searched for its largest magnitude.
 *
 * @param spread what is known of the inputs
 */
record Centered(Spread spread) implements Product {
    private static final float DEVIATIONS =
            4.5f; // beyond which values are cut off; best of 3.5, 4 and 4.5 on 24 web texts

    @Override
    public String apply(Graph graph, String name, String input, Matrix weights) {
        Int8Product.Nodes nodes = Int8Product.Nodes.of(graph, name, weights);
        String minus = graph.floats(name + ".minus_mean", this::minusMean, weights.inputs());
        String centered = graph.node("Add", name + ".centered", List.of(input, minus));
        float step = DEVIATIONS * spread.deviation() / Int8Product.LARGEST;
        String bytes = nodes.quantized(centered, step);
        String offset = graph.floats(name + ".mean_product", () -> ofMean(weights), weights.outputs());
        return nodes.product(bytes, name, offset);
    }

    private float[] minusMean() {
        float[] minus = spread.mean().clone();
        for (int i = 0; i < minus.length; i++) {
            minus[i] = -minus[i];
        }
        return minus;
    }

    /** W · mean (outputs). */
    private float[] ofMean(Matrix weights) {
        float[] rows = weights.rows().get();
        float[] product = new float[weights.outputs()];
        for (int output = 0; output < product.length; output++) {
            double sum = 0;
            for (int i = 0; i < weights.inputs(); i++) {
                sum += (double) rows[output * weights.inputs() + i] * spread.mean()[i];
            }
            product[output] = (float) sum;
        }
        return product;
    }
}
