package dev.assay.streams.detection;

import java.util.function.Consumer;

/** A thread of the engine and the text that it has in hand. It calls this itself, and so does the engine's watch. */
final class Worker {
    private final Thread thread;
    /** Null between two texts. */
    private Ticket inHand;
    /** Whether the text's time is over. */
    private boolean isLate;

    Worker(String name, Consumer<Worker> loop) {
        thread = new Thread(() -> loop.accept(this), name);
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void begin(Ticket ticket) {
        inHand = ticket;
    }

    /** It has let go of its text; an interruption that was meant for that goes with it. */
    synchronized void end() {
        inHand = null;
        isLate = false;
        var unused = Thread.interrupted();
    }

    /** Counts time that passed for the text in hand; returns the nanoseconds that it has been at work, 0 without one. */
    synchronized long watch(long nanos) {
        return inHand == null ? 0 : inHand.seat.age(nanos);
    }

    /** Gives up its text, where it has not done so yet, and returns it; null else. The model's run ends soon; other code hears an interrupt. */
    synchronized Ticket giveUp() {
        if (inHand == null || isLate) {
            return null;
        }
        isLate = true;
        stop();
        return inHand;
    }

    /** Lets others have the place of a text that it does not let go of. */
    synchronized void vacate() {
        if (inHand != null) {
            inHand.seat.leave();
        }
    }

    /** Stops what it does, be it a text or waiting for one. */
    synchronized void stop() {
        if (inHand != null) {
            inHand.seat.stop();
        }
        thread.interrupt();
    }

    /** Waits for its end; returns whether it came. */
    boolean join(long nanos) {
        try {
            thread.join(Math.max(1, nanos / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
