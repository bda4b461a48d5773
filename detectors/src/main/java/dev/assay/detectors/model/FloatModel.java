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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fp32 graph, run at import to find out what a bundle needs to know. Its files are gone when it is closed. */
final class FloatModel implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();

    private final LlamaShape shape;
    private final int startToken;
    private final Path folder;
    private final List<String> files;
    private final OrtSession session;

    private FloatModel(LlamaShape shape, int startToken, Path folder, List<String> files) throws OrtException {
        this.shape = shape;
        this.startToken = startToken;
        this.folder = folder;
        this.files = files;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.addConfigEntry("session.disable_prepacking", "1");
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = ENVIRONMENT.createSession(folder.resolve(files.get(0)).toString(), options);
        }
    }

    /** Writes the graph into {@code folder} and opens it. */
    static FloatModel open(LlamaWeights weights, int startToken, Path folder) throws IOException {
        // External data is mapped, not copied: the graph runs but a few times.
        List<String> files = GraphFile.write(LlamaBody.fromNothing(weights), folder.resolve("start.onnx"), 0);
        try {
            return new FloatModel(weights.shape(), startToken, folder, files);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** What the document-start token leaves when it stands alone. */
    StartState start() {
        try (OnnxTensor ids = ids();
                OrtSession.Result result = session.run(Map.of("input_ids", ids))) {
            float[][] keys = new float[shape.layers()][];
            float[][] values = new float[shape.layers()][];
            for (int layer = 0; layer < shape.layers(); layer++) {
                keys[layer] = floats(result, LlamaBody.presentKey(layer));
                values[layer] = floats(result, LlamaBody.presentValue(layer));
            }
            return new StartState(keys, values, floats(result, "hidden"));
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** The largest activations over texts; the start token's own, which never run through a product later, are left out. */
    Peaks peaks(List<int[]> texts) {
        Peaks peaks = Peaks.none(shape);
        Set<String> wanted = new HashSet<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (Place place : Place.values()) {
                wanted.add(LlamaBody.inputOf(place, layer));
            }
        }
        for (int[] text : texts) {
            try (OnnxTensor ids = ids(text);
                    OrtSession.Result result = session.run(Map.of("input_ids", ids), wanted)) {
                raise(peaks, result);
            } catch (OrtException e) {
                throw failed(e);
            }
        }
        return peaks;
    }

    private void raise(Peaks peaks, OrtSession.Result result) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (Place place : Place.values()) {
                float[] rows = floats(result, LlamaBody.inputOf(place, layer));
                boolean padded = place == Place.ATTENTION_OUTPUT;
                raise(
                        peaks.of(layer, place),
                        padded ? Heads.padColumns(rows, shape.graphHeadSize(), shape.headSize()) : rows);
            }
        }
    }

    private static void raise(float[] peaks, float[] rows) {
        int width = peaks.length;
        for (int row = width; row < rows.length; row += width) { // from the second: the first is the start token's
            for (int i = 0; i < width; i++) {
                peaks[i] = Math.max(peaks[i], Math.abs(rows[row + i]));
            }
        }
    }

    /** The start token and then the text, as far as the model's context goes. */
    private OnnxTensor ids(int... text) throws OrtException {
        long[] ids = new long[Math.min(text.length + 1, shape.context())];
        ids[0] = startToken;
        for (int i = 1; i < ids.length; i++) {
            ids[i] = text[i - 1];
        }
        return OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(ids), new long[] {1, ids.length});
    }

    private static float[] floats(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static BundleException failed(OrtException cause) {
        return new BundleException(
                "the model does not run (" + cause.getMessage() + "); import a complete model file", cause);
    }

    @Override
    public void close() throws IOException {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session: " + e.getMessage(), e);
        } finally {
            for (String name : files) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }
}
