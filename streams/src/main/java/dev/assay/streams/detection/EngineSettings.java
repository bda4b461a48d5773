package dev.assay.streams.detection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How much is scored at a time, and for how long.
 *
 * @param workers texts scored at the same time, at least 1
 * @param bytes bytes of events that may be held in memory, over all tasks of the JVM
 * @param textTimeout longest time that one text may be at work
 * @param atWork file of what workers have in hand, for the next life of the process; empty: that is not kept
 */
public record EngineSettings(int workers, long bytes, Duration textTimeout, Optional<Path> atWork) {
    private static final Duration GENEROUS = Duration.ofMinutes(10);

    /** Checks the ranges. */
    public EngineSettings {
        if (workers < 1 || bytes < 1 || textTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("the engine needs at least one worker, one byte and one millisecond");
        }
    }

    /** With ten minutes for a text, and no file. */
    public EngineSettings(int workers, long bytes) {
        this(workers, bytes, GENEROUS, Optional.empty());
    }
}
