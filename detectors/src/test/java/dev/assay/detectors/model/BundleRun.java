package dev.assay.detectors.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Scores token ids with a bundle's graphs, plainly: what the tests of the graphs compare with golden values. The graphs run as
 * Assay runs them on this CPU.
 */
final class BundleRun implements AutoCloseable {
    private static final int CHUNK = 128;

    private final OrtEnvironment environment = OnnxEnvironment.get();
    private final int width;
    private final OrtSession body;
    private final OrtSession head;

    BundleRun(Bundle bundle) throws OrtException {
        width = bundle.manifest().hiddenSize();
        try (OrtSession.SessionOptions options = OnnxEnvironment.options(1)) {
            body = environment.createSession(bundle.body().toString(), options);
            head = environment.createSession(bundle.head().toString(), options);
        }
    }

    /** Per token: ln p, Σ p ln p, Σ p ln² p, rank. */
    @SuppressWarnings("ArrayRecordComponent") // filled in place
    record Scores(double[] logProb, double[] mean, double[] meanSquare, long[] rank) {}

    Scores score(int[] ids) throws OrtException {
        int n = ids.length;
        float[] hidden = hidden(Arrays.copyOf(ids, Math.max(1, n - 1)));
        Scores scores = new Scores(new double[n], new double[n], new double[n], new long[n]);
        for (int from = 0; from < n; from += CHUNK) {
            chunk(hidden, ids, from, Math.min(n, from + CHUNK), scores);
        }
        return scores;
    }

    /** (ids + 1, H). */
    float[] hidden(int[] ids) throws OrtException {
        long[] input = Arrays.stream(ids).asLongStream().toArray();
        try (BodyInputs inputs = new BodyInputs(body, input)) {
            return Matrix.stack(inputs.hidden(body));
        }
    }

    private void chunk(float[] hidden, int[] ids, int from, int to, Scores into) throws OrtException {
        FloatBuffer rows = FloatBuffer.wrap(Arrays.copyOfRange(hidden, from * width, to * width));
        long[] targets = Arrays.stream(ids, from, to).asLongStream().toArray();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, rows, new long[] {to - from, width});
                OnnxTensor wanted =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(targets), new long[] {to - from});
                OrtSession.Result result = head.run(Map.of("hidden", input, "targets", wanted))) {
            copy(floats(result, "log_prob"), into.logProb(), from);
            copy(floats(result, "mean_log_prob"), into.mean(), from);
            copy(floats(result, "mean_sq_log_prob"), into.meanSquare(), from);
            ((OnnxTensor) result.get("rank").orElseThrow()).getLongBuffer().get(into.rank(), from, to - from);
        }
    }

    private static void copy(float[] values, double[] into, int from) {
        for (int i = 0; i < values.length; i++) {
            into[from + i] = values[i];
        }
    }

    private static float[] floats(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() throws OrtException {
        body.close();
        head.close();
    }
}
