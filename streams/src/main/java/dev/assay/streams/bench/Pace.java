package dev.assay.streams.bench;

/**
 * What one pass over some texts took.
 *
 * @param texts texts scored
 * @param tokens their tokens
 * @param nanos wall time
 * @param cpuNanos CPU time of the whole process
 * @param modelNanos CPU time of the threads that ran the model, while they ran it
 */
record Pace(int texts, long tokens, long nanos, long cpuNanos, long modelNanos) {
    double tokensPerSecond() {
        return tokens * 1e9 / nanos;
    }

    double textsPerSecond() {
        return texts * 1e9 / nanos;
    }

    /** CPU milliseconds a text outside the model. */
    double outsideMillis() {
        return (cpuNanos - modelNanos) / 1e6 / texts;
    }
}
