package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import java.util.List;

/**
 * A product of inputs whose channels' means, about half of their energy behind a norm, are taken away and come back as a constant
 * behind the product: exact, where what they would have cost in integers is not.
 *
 * @param mean of each channel (inputs)
 * @param product multiplies what is left
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
record Centered(float[] mean, Product product) implements Product {
    @Override
    public String apply(Graph graph, String name, String input, Matrix weights, String offset) {
        String minus = graph.floats(name + ".minus_mean", this::minusMean, weights.inputs());
        String centered = graph.node("Add", name + ".centered", List.of(input, minus));
        String ofMean = graph.floats(name + ".mean_product", () -> ofMean(weights), weights.outputs());
        String whole = offset.isEmpty() ? ofMean : graph.node("Add", name + ".offset", List.of(ofMean, offset));
        return product.apply(graph, name, centered, weights, whole);
    }

    private float[] minusMean() {
        float[] minus = mean.clone();
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
                sum += (double) rows[output * weights.inputs() + i] * mean[i];
            }
            product[output] = (float) sum;
        }
        return product;
    }
}
