package dev.assay.streams.bench;

/**
 * The rate of arrivals between two of them. They come in groups, a commit at a time: what came with the first one is not
 * counted, for its time is when they came, not when they were begun.
 */
final class SteadyState {
    private final int from;
    private final int to;
    private int seen;
    private long start;
    private long end;
    private long tokens;

    /** From arrival {@code from} to arrival {@code to}, both counted from 1. */
    SteadyState(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Something of so many tokens came at that time. */
    void arrived(long size, long nanos) {
        seen++;
        if (seen <= from || nanos == start) {
            start = nanos;
            return;
        }
        if (seen <= to || nanos == end) {
            end = nanos;
            tokens += size;
        }
    }

    double tokensPerSecond() {
        return tokens * 1e9 / (end - start);
    }
}
