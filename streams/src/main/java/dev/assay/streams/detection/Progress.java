package dev.assay.streams.detection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Whether the JVM's tasks get on: what they have in hand, when something of it moved last, and how much is answered for good. */
final class Progress {
    /** A stream thread belongs to one application. */
    private static final ThreadLocal<Transaction> TRANSACTION = ThreadLocal.withInitial(Transaction::new);

    private final LongSupplier nanoTime;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicLong moved;
    private final AtomicLong committed = new AtomicLong();

    /** What a stream thread did since it committed last. */
    private static final class Transaction {
        private long answers;
    }

    Progress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.moved = new AtomicLong(nanoTime.getAsLong());
    }

    /** Events taken in, or answered where negative. */
    void pending(int change) {
        if (pending.getAndAdd(change) == 0) {
            moved(); // nothing stood still while there was nothing to do
        }
    }

    /** Events taken in and not yet answered. */
    int pending() {
        return pending.get();
    }

    /** A stream thread begins with a record. */
    void reads() {
        if (reading.getAndIncrement() == 0 && pending() == 0) {
            moved();
        }
    }

    /** It is through with it. */
    void hasRead() {
        reading.decrementAndGet();
        moved();
    }

    /** An event was read, scored or answered. */
    void moved() {
        moved.set(nanoTime.getAsLong());
    }

    /** The calling stream thread wrote a verdict or a dead letter. */
    void answered() {
        TRANSACTION.get().answers++;
        moved();
    }

    /** The calling stream thread found that it has committed since its last answer. */
    void hasCommitted() {
        Transaction mine = TRANSACTION.get();
        committed.addAndGet(mine.answers);
        mine.answers = 0;
    }

    /** A new life of a task begins on the calling thread; what it wrote before may be lost. */
    void forgetAnswers() {
        TRANSACTION.get().answers = 0;
    }

    /** Events answered and committed. */
    long committed() {
        return committed.get();
    }

    /** For how long nothing moved though something is pending or in hand; zero else. */
    Duration still() {
        return pending() == 0 && reading.get() <= 0 ? Duration.ZERO : sinceMoved();
    }

    /** How long ago something moved. */
    Duration sinceMoved() {
        return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - moved.get()));
    }
}
