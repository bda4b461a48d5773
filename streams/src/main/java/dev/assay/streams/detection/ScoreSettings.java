package dev.assay.streams.detection;

import java.time.Duration;

/**
 * How events wait for their scores.
 *
 * @param capacity events of one task that may wait before the next one is held back, at least 1
 * @param shortWait for how long it is held back between two rounds of the stream thread, where the capacity is hardly exceeded
 * @param longWait the same where it is exceeded twice: well below the transaction's time-out, since no transaction may be held open
 * @param topic the topic that events come from
 * @param room largest record that the changelog of the pending store takes, bytes
 */
public record ScoreSettings(int capacity, Duration shortWait, Duration longWait, String topic, long room) {
    /** Holds back for half a second to five seconds. */
    public static ScoreSettings of(int capacity, String topic, long room) {
        return new ScoreSettings(capacity, Duration.ofMillis(500), Duration.ofSeconds(5), topic, room);
    }

    /** For how long the next round may hold back: in proportion to what is pending beyond capacity, so that this stays bounded. */
    Duration longestWait(int pending) {
        Duration wait = longWait.multipliedBy(Math.max(0, pending - capacity)).dividedBy(capacity);
        if (wait.compareTo(shortWait) < 0) {
            return shortWait;
        }
        return wait.compareTo(longWait) < 0 ? wait : longWait;
    }

    /** How few must be pending before it takes in again, once it was full. */
    int resumeAt() {
        return capacity - capacity / 4;
    }

    /** Slots to begin with: room for what is accepted beyond capacity. */
    int slots() {
        return 2 * capacity;
    }
}
