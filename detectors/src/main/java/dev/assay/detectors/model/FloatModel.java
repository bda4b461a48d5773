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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The activations over texts; the start token's own, which never run through a product later, are left out. */
    Activations activations(List<int[]> texts) {
        Map<String, Spread.Sums> sums = new LinkedHashMap<>();
        for (String name : normOutputs()) {
            sums.put(name, new Spread.Sums(shape.hidden()));
        }
        for (int[] text : texts) {
            try (OnnxTensor ids = ids(text);
                    OrtSession.Result result = session.run(Map.of("input_ids", ids), sums.keySet())) {
                sums.forEach((name, sum) -> sum.add(floats(result, name)));
            } catch (OrtException e) {
                throw failed(e);
            }
        }
        List<Spread> spreads = sums.values().stream().map(Spread.Sums::spread).toList();
        int layers = shape.layers();
        return new Activations(
                spreads.subList(0, layers), spreads.subList(layers, 2 * layers), spreads.get(2 * layers));
    }

    private List<String> normOutputs() {
        List<String> names = new ArrayList<>();
        for (Place place : List.of(Place.QUERY_KEY_VALUE, Place.GATE_UP)) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                names.add(LlamaBody.inputOf(place, layer));
            }
        }
        names.add("hidden");
        return names;
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
