package dev.assay.streams.detection;

/**
 * How much is scored at a time.
 *
 * @param workers texts scored at the same time, at least 1
 * @param bytes bytes of events that may be held in memory, over all tasks of the JVM
 */
public record EngineSettings(int workers, long bytes) {
    /** Checks the ranges. */
    public EngineSettings {
        if (workers < 1 || bytes < 1) {
            throw new IllegalArgumentException("the engine needs at least one worker and one byte");
        }
    }
}
