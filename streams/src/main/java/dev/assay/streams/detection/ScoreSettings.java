package dev.assay.streams.detection;

import java.time.Duration;

/**
 * How events wait for their scores.
 *
 * @param capacity events of one task that may wait before the next one is held back, at least 1
 * @param longestWait for how long, between two rounds of the stream thread: no transaction may be held open
 */
public record ScoreSettings(int capacity, Duration longestWait) {
    /** Holds back for at most half a second. */
    public static ScoreSettings of(int capacity) {
        return new ScoreSettings(capacity, Duration.ofMillis(500));
    }

    /** Slots to begin with: room for what is accepted beyond capacity. */
    int slots() {
        return 2 * capacity;
    }
}
