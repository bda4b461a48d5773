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
        try (OrtSession.SessionOptions options = OnnxEnvironment.options(threads)) {
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
