package dev.assay.streams.detection;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes of events that the JVM holds in memory for scoring, over all tasks and threads. */
final class ByteBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    ByteBudget(long limit) {
        this.limit = limit;
    }

    /** Takes bytes if they fit; an event larger than the whole budget is let in where nothing else is. */
    boolean tryAcquire(long bytes) {
        long before = used.get();
        while (before == 0 || before + bytes <= limit) {
            if (used.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}
