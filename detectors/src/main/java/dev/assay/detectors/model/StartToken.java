package dev.assay.detectors.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.assay.detectors.model.graph.GraphFile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs the document-start token alone through the fp32 graph and keeps what it leaves. */
final class StartToken {
    private StartToken() {}

    /** Uses {@code folder} for a graph that is gone afterwards. */
    static StartState read(LlamaWeights weights, int token, Path folder) throws IOException {
        Path file = folder.resolve("start.onnx");
        // External data is mapped, not copied: the graph is run once.
        Iterable<String> written = GraphFile.write(LlamaBody.fromNothing(weights), file, 0);
        try {
            return run(file, token, weights.shape().layers());
        } catch (OrtException e) {
            throw new BundleException("the start token " + token + " did not run through the model", e);
        } finally {
            for (String name : written) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static StartState run(Path file, int token, int layers) throws OrtException {
        OrtEnvironment environment = OnnxEnvironment.get();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.addConfigEntry("session.disable_prepacking", "1");
            try (OrtSession session = environment.createSession(file.toString(), options);
                    OnnxTensor ids = OnnxTensor.createTensor(
                            environment, LongBuffer.wrap(new long[] {token}), new long[] {1, 1});
                    OrtSession.Result result = session.run(Map.of("input_ids", ids))) {
                return state(result, layers);
            }
        }
    }

    private static StartState state(OrtSession.Result result, int layers) throws OrtException {
        float[][] keys = new float[layers][];
        float[][] values = new float[layers][];
        for (int layer = 0; layer < layers; layer++) {
            keys[layer] = floats(result, LlamaBody.presentKey(layer));
            values[layer] = floats(result, LlamaBody.presentValue(layer));
        }
        return new StartState(keys, values, floats(result, "hidden"));
    }

    private static float[] floats(OrtSession.Result result, String name) {
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
