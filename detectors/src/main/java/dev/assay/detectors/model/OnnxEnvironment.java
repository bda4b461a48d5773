package dev.assay.detectors.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/**
 * The process's one ONNX Runtime environment. It reports to nobody, and it does not write to the terminal: what fails is thrown,
 * and its own messages may hold a text's tokens.
 */
public final class OnnxEnvironment {
    private static final OrtEnvironment ENVIRONMENT = quiet();

    private OnnxEnvironment() {}

    /** The environment; never to be closed. */
    public static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment quiet() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "assay");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime keeps its telemetry on: " + e.getMessage(), e);
        }
        return environment;
    }
}
