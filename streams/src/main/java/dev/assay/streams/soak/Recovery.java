package dev.assay.streams.soak;

import java.util.HashMap;
import java.util.Map;

/**
 * When verdicts came again after a fault: of each partition the first one that was made after it. Arrivals are those at a
 * read_committed reader.
 */
final class Recovery {
    private final int partitions;
    private final long faultMillis; // wall clock, as verdicts carry it
    private final Map<Integer, Long> arrivals = new HashMap<>(); // partition → System.nanoTime

    Recovery(int partitions, long faultMillis) {
        this.partitions = partitions;
        this.faultMillis = faultMillis;
    }

    /** Takes note of a verdict. */
    synchronized void saw(int partition, long decidedAt, long nanoTime) {
        if (decidedAt > faultMillis) {
            arrivals.putIfAbsent(partition, nanoTime);
        }
    }

    synchronized boolean isComplete() {
        return arrivals.size() == partitions;
    }

    /** Seconds from a moment until the first partition had a new verdict. */
    synchronized double first(long fromNanos) {
        return arrivals.values().stream().mapToLong(Long::longValue).min().orElseThrow() / 1e9 - fromNanos / 1e9;
    }

    /** Seconds from a moment until the last partition had a new verdict. */
    synchronized double every(long fromNanos) {
        return arrivals.values().stream().mapToLong(Long::longValue).max().orElseThrow() / 1e9 - fromNanos / 1e9;
    }
}
