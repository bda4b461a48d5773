package dev.assay.streams.detection;

import dev.assay.streams.event.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** A job on its way through the engine: its place, and what will be known of it. */
final class Ticket {
    final Job job;
    final Seat seat;
    final CompletableFuture<Outcome> result = new CompletableFuture<>();
    private final long submitted = System.nanoTime();

    Ticket(Job job, Semaphore places) {
        this.job = job;
        this.seat = Seat.at(places);
    }

    /** Nanoseconds since it was submitted. */
    long age() {
        return System.nanoTime() - submitted;
    }
}
