package dev.assay.streams.metrics;

import java.time.Duration;

/**
 * Windows side by side, from 1970 on.
 *
 * @param size of each
 * @param grace how much later a verdict may come before its window is written
 */
record Windows(Duration size, Duration grace) {
    /** A minute, and ten seconds. */
    static final Windows MINUTES = new Windows(Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** Start of the window that holds that time, ms since 1970. */
    long start(long time) {
        return Math.floorDiv(time, size.toMillis()) * size.toMillis();
    }

    /** Start of the first window that is still open at that time; earlier ones are closed. */
    long firstOpen(long time) {
        return start(time - grace.toMillis());
    }
}
