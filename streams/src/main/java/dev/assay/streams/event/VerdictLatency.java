package dev.assay.streams.event;

import dev.assay.schemas.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * From an event's time to its verdict. Where that is not from nothing to a year it says something of the event's date, and nothing of how
 * long anybody waited.
 */
public final class VerdictLatency {
    private static final long LONGEST = Duration.ofDays(366).toMillis();

    private VerdictLatency() {}

    /** Milliseconds, or nothing where the two times are not those of an event and its verdict. */
    public static OptionalLong millis(Instant created, Instant decided) {
        long from = TimeRange.millis(created);
        long to = TimeRange.millis(decided);
        long latency = to - from; // negative where it overflows
        return from > to || latency < 0 || latency > LONGEST ? OptionalLong.empty() : OptionalLong.of(latency);
    }
}
