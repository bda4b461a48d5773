package dev.assay.streams.replay;

import dev.assay.streams.run.ShutdownSignal;
import java.time.Duration;

/** Lets at most so many records through in a second. */
final class Pace {
    private final ShutdownSignal signal;
    private final double nanosEach;
    private long due = System.nanoTime();

    /** @param rate records a second; infinite for no limit */
    Pace(double rate, ShutdownSignal signal) {
        this.signal = signal;
        this.nanosEach = 1e9 / rate;
    }

    /** Waits for the next one's turn; false when it is time to stop instead. */
    boolean await() throws InterruptedException {
        long left = due - System.nanoTime();
        due += (long) nanosEach;
        return left > 0 ? !signal.await(Duration.ofNanos(left)) : !signal.isAsked();
    }
}
