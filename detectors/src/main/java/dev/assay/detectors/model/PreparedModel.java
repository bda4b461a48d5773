package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a bundle's graphs are built from.
 *
 * @param weights the weights, turned where the precision wants it
 * @param start what the start token leaves in a model with these weights
 * @param layers products inside the layers
 * @param head the projection onto the vocabulary
 */
record PreparedModel(LlamaWeights weights, StartState start, Placement layers, Product head) {
    /** Runs the source in fp32, in {@code folder}, for what has to be found out. */
    static PreparedModel of(ModelSource source, Precision precision, Path folder, Consumer<String> progress)
            throws IOException {
        LlamaWeights weights = precision.quantized() ? RotatedWeights.of(source.weights()) : source.weights();
        try (FloatModel model = FloatModel.open(weights, source.startToken(), folder)) {
            progress.accept("running the start token");
            StartState start = model.start();
            if (!precision.quantized()) {
                return new PreparedModel(weights, start, Placement.everywhere(Product.FP32), Product.FP32);
            }
            progress.accept("measuring activations");
            Activations seen = model.activations(new ActivationTexts(source.tokenizerJson()).ids());
            return new PreparedModel(weights, start, placement(seen), head(seen.last()));
        }
    }

    private static Placement placement(Activations seen) {
        int last = seen.attention().size() - 1;
        return (place, layer) -> switch (place) {
            case QUERY_KEY_VALUE -> new Centered(seen.attention().get(layer).mean(), new Int8Product());
            case ATTENTION_OUTPUT -> new Int8Product();
            case GATE_UP -> new Centered(seen.feedForward().get(layer).mean(), new Int8Product());
            // The last layer's inputs are by far the largest (in SmolLM2-135M with ten times the energy of the layer's
            // before), and
            // what rounding does to them goes straight into the final hidden states.
            case DOWN -> layer == last ? Product.FP32 : new Turned(new Int8Product());
        };
    }

    private static Product head(Spread last) {
        return new Centered(last.mean(), SteppedProduct.over(last.deviation()));
    }
}
