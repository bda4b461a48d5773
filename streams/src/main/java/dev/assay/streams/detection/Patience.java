package dev.assay.streams.detection;

import java.time.Duration;

/**
 * For how long a stream thread has held back since its last round. All its tasks share it, as they share its transaction, which must be
 * committed before its time-out.
 */
final class Patience {
    private static final ThreadLocal<Patience> OF_THREAD = ThreadLocal.withInitial(Patience::new);

    private long used; // nanoseconds

    private Patience() {}

    /** The calling thread's. */
    static Patience ofThisThread() {
        return OF_THREAD.get();
    }

    /** Nanoseconds that are left of so much. */
    long left(Duration longest) {
        return longest.toNanos() - used;
    }

    /** Counts a wait. */
    void use(long nanos) {
        used += nanos;
    }

    /** A round begins. */
    void renew() {
        used = 0;
    }
}
