package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a body is built from.
 *
 * @param weights the weights, smoothed where the precision wants it
 * @param start what the start token leaves in a model with these weights
 */
record PreparedModel(LlamaWeights weights, StartState start) {
    /** Runs the source in fp32, in {@code folder}, for what has to be found out. */
    static PreparedModel of(ModelSource source, Precision precision, Path folder, Consumer<String> progress)
            throws IOException {
        LlamaWeights weights = source.weights();
        try (FloatModel model = FloatModel.open(weights, source.startToken(), folder)) {
            progress.accept("running the start token");
            StartState start = model.start();
            if (!precision.smoothed()) {
                return new PreparedModel(weights, start);
            }
            progress.accept("measuring activations");
            Peaks peaks = model.peaks(new SmoothingTexts(source.tokenizerJson()).ids());
            Smoothing smoothing = Smoothing.of(weights, peaks);
            return new PreparedModel(new SmoothedWeights(weights, smoothing), smoothing.of(start, weights.shape()));
        }
    }
}
