package dev.assay.detectors.score;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How one piece of work is stopped by another thread: the model's run that the work is in ends at its next operator, and none begins after.
 * Both end in a {@link ModelFaultException}. One for each piece of work, so that a stop that comes late strikes nothing else.
 */
public final class ScoringStop {
    private static final ThreadLocal<ScoringStop> OF_THREAD = new ThreadLocal<>();
    private static final Set<String> NO_OTHER_OUTPUTS = Set.of();

    private OrtSession.RunOptions running; // null between runs
    private boolean stopped;

    /** Does the work on the calling thread, whose runs are this stop's until it ends. */
    public <T> T during(Supplier<T> work) {
        OF_THREAD.set(this);
        try {
            return work.get();
        } finally {
            OF_THREAD.remove();
        }
    }

    /** Stops the work soon, if it is with the model or comes to it; from any thread. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            terminate(running);
        }
    }

    /** Whether {@link #stop} has been called. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Runs a graph; the calling thread's stop, where it has one, ends it early. */
    static void run(OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
            throws OrtException {
        ScoringStop stop = OF_THREAD.get();
        if (stop == null) {
            session.run(inputs, outputs).close();
        } else {
            stop.runStoppable(session, inputs, outputs);
        }
    }

    private void runStoppable(OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
            throws OrtException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            begin(options);
            try {
                session.run(inputs, NO_OTHER_OUTPUTS, outputs, options).close();
            } finally {
                end(); // before the options are closed
            }
        }
    }

    private synchronized void begin(OrtSession.RunOptions options) {
        if (stopped) {
            terminate(options);
        }
        running = options;
    }

    private synchronized void end() {
        running = null;
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot stop a run: " + e.getMessage(), e);
        }
    }
}
