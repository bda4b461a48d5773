package dev.assay.streams.detection;

import dev.assay.detectors.score.ScoringStop;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A text's place in the engine: beside others, or with all places taken so that none is at work but it. Its worker takes and leaves it; the
 * engine's watch sees for how long it is taken, and may take it away from a worker that is stuck.
 */
final class Seat {
    private static final int ALL = 1 << 16;

    private final Semaphore places;
    private final ScoringStop stop = new ScoringStop();
    private int taken;
    private long age; // nanoseconds at work since it was taken

    private Seat(Semaphore places) {
        this.places = places;
    }

    /** The places of one engine; fair, since a text that wants all of them might wait for ever. */
    static Semaphore places() {
        return new Semaphore(ALL, true);
    }

    static Seat at(Semaphore places) {
        return new Seat(places);
    }

    /** Works beside other texts. */
    <T> T beside(Supplier<T> work) {
        return taking(1, work);
    }

    /** Works with no other text at work, once those that are have ended. */
    <T> T alone(Supplier<T> work) {
        return taking(ALL, work);
    }

    private <T> T taking(int count, Supplier<T> work) {
        take(count);
        try {
            return stop.during(work);
        } finally {
            leave();
        }
    }

    private void take(int count) {
        requireWanted();
        try {
            places.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the engine closes");
        }
        synchronized (this) {
            taken = count;
            age = 0;
        }
    }

    /** Gives its place to others, if it has one. */
    synchronized void leave() {
        places.release(taken);
        taken = 0;
    }

    /** Counts time that passed, while at work. Returns the nanoseconds at work so far. */
    synchronized long age(long nanos) {
        age += taken > 0 ? nanos : 0;
        return age;
    }

    /** Nobody wants its result any more: a run of the model ends soon, and none begins. */
    void stop() {
        stop.stop();
    }

    /** @throws CancellationException where nobody does any more */
    void requireWanted() {
        if (stop.isStopped()) {
            throw new CancellationException("the text's time is over");
        }
    }
}
