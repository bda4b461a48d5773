package dev.assay.detectors.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
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

    /**
     * How graphs are run on this CPU; to be closed.
     *
     * @param threads threads that share one operator, the caller's included
     */
    public static SessionOptions options(int threads) throws OrtException {
        return options(threads, Cpu.detect().saturates());
    }

    /** As above, with bytes of weights made unsigned at load: slower, for where {@linkplain Cpu#saturates() sums saturate}. */
    public static SessionOptions options(int threads, boolean unsignedWeights) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
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
        return options;
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
