package dev.assay.detectors.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The process's one ONNX Runtime environment. It reports to nobody, and it does not write to the terminal: what fails is thrown,
 * and its own messages may hold a text's tokens.
 */
public final class OnnxEnvironment {
    /** Creating the environment matches the process's command line by recursion, a stack frame or more a character. */
    private static final long STACK = 256L << 20;

    private static final OrtEnvironment ENVIRONMENT = onLargeStack();

    private OnnxEnvironment() {}

    /** The environment; never to be closed. */
    public static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment onLargeStack() {
        FutureTask<OrtEnvironment> creation = new FutureTask<>(new Creation());
        new Thread(null, creation, "onnx-environment", STACK).start();
        try {
            return creation.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ONNX Runtime started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "ONNX Runtime does not start: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** A class of its own: the outer one is being initialized, and locked, while this runs on another thread. */
    private static final class Creation implements Callable<OrtEnvironment> {
        @Override
        public OrtEnvironment call() throws OrtException {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "assay");
            environment.setTelemetry(false);
            return environment;
        }
    }
}
