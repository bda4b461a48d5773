package dev.assay.schemas;

import java.time.Instant;

/**
 * The times that every format can carry: years 1 to 9999, which ISO 8601 writes with four digits and every language reads. Avro's
 * milliseconds reach 292 million years further, but what lies there is a mistaken unit or a default, not a date.
 */
public final class TimeRange {
    /** The earliest of them. */
    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest of them. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Instant LEAST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant MOST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private TimeRange() {}

    /** Whether that time is one of them. */
    public static boolean holds(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** Milliseconds since 1970; of a time too far for a long number, the nearest one. */
    public static long millis(Instant time) {
        if (time.isBefore(LEAST)) {
            return Long.MIN_VALUE;
        }
        return time.isAfter(MOST) ? Long.MAX_VALUE : time.toEpochMilli();
    }
}
