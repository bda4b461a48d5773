package dev.assay.detectors.score;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.OnnxEnvironment;
import java.nio.file.Path;
import java.util.List;

/** ONNX Runtime as Assay uses it: one environment for the process, sessions whose threads are counted and never spin. */
final class OnnxRuntime {
    static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.get();

    private static final List<String> WANT_OF_MEMORY =
            List.of("Failed to allocate memory", "bad_alloc", "bad allocation", "Available memory of");

    private OnnxRuntime() {}

    /**
     * Opens a graph.
     *
     * @param threads threads that share one operator, the caller's included
     * @throws BundleException naming the file
     */
    static OrtSession open(Path graph, int threads) {
        return open(graph, threads, RuntimeInfo.detect().saturates());
    }

    /** As above, with bytes of weights made unsigned at load: slower, for where {@linkplain RuntimeInfo#saturates() sums saturate}. */
    static OrtSession open(Path graph, int threads, boolean unsignedWeights) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            // Every text has its own length: a plan of memory per length would only pile up.
            options.setMemoryPatternOptimization(false);
            // Waiting threads give the CPU to Kafka's instead of spinning.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (unsignedWeights) {
                options.addConfigEntry("session.x64quantprecision", "1");
            }
            return ENVIRONMENT.createSession(graph.toString(), options);
        } catch (OrtException e) {
            throw new BundleException(graph + " cannot be opened (" + e.getMessage() + "); import the model again", e);
        }
    }

    /** Its arena and the C++ library each say so in their own words; there is no code for it. */
    static boolean isWantOfMemory(OrtException e) {
        String message = String.valueOf(e.getMessage());
        return WANT_OF_MEMORY.stream().anyMatch(message::contains);
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session: " + e.getMessage(), e);
        }
    }
}
