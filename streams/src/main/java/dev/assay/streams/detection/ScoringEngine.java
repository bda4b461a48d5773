package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.streams.event.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The JVM's one place where texts are scored: one queue for all tasks and stream threads, and a few workers over one shared scorer.
 *
 * <p>A text that cannot be scored, or not in its time, gives a {@link Outcome.Failed}. A fault of the machine fails the future instead, so that
 * the task which waits for it stops with nothing committed and another life of it tries again; {@link FaultFinder} tells them apart.
 */
public final class ScoringEngine implements AutoCloseable {
    private final FaultFinder scorer;
    private final Duration textTimeout;
    private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    private final Semaphore places = Seat.places();
    private final ByteBudget budget;
    private final Progress progress = new Progress(System::nanoTime);
    private final Outgoing outgoing = new Outgoing(progress);
    private final AtWork atWork;
    private final Suspects suspects;
    private final EngineMetrics metrics;
    private final Crew crew;
    private volatile boolean closed;

    /**
     * Starts the workers.
     *
     * @param scorer all six inner steps; thread-safe
     * @param settings workers, memory and time
     * @param registry takes the engine's metrics
     */
    public ScoringEngine(Function<TextInput, Assessment> scorer, EngineSettings settings, MeterRegistry registry) {
        this.scorer = new FaultFinder(scorer);
        this.textTimeout = settings.textTimeout();
        this.budget = new ByteBudget(settings.bytes());
        this.atWork = AtWork.open(settings.atWork());
        this.suspects = new Suspects(atWork.left());
        this.metrics = new EngineMetrics(registry, queue::size, budget::used, progress::pending);
        this.crew = new Crew(settings, queue, this::score, this::giveUp);
        metrics.stuck(crew::stuck);
    }

    /** Scores a text some time soon. The result is cancelled where its generation ends before its turn comes. */
    CompletableFuture<Outcome> submit(Job job) {
        Ticket ticket = new Ticket(job, places);
        queue.add(ticket);
        if (closed) {
            ticket.result.cancel(false);
        }
        return ticket.result;
    }

    ByteBudget budget() {
        return budget;
    }

    /** What all tasks do. */
    Progress progress() {
        return progress;
    }

    /** What is known of events that did harm. */
    Suspects suspects() {
        return suspects;
    }

    /** What is on its way to the brokers. */
    Outgoing outgoing() {
        return outgoing;
    }

    /** Longest time that one text may be at work. */
    Duration textTimeout() {
        return textTimeout;
    }

    /** Why it scores less than it should, in words; empty where it does not. */
    Optional<String> trouble() {
        return crew.trouble();
    }

    /** Whether all its workers are stuck, which nothing but a restart mends. */
    boolean isHelpless() {
        return crew.isHelpless();
    }

    private void score(Ticket ticket) {
        if (ticket.job.generation().isEnded()) {
            ticket.result.cancel(false);
            return;
        }
        int line = atWork.begin(ticket.job.position());
        metrics.started();
        try {
            Outcome outcome = outcome(ticket);
            if (ticket.result.complete(outcome)) {
                metrics.count(outcome, ticket.age());
            }
        } catch (Throwable fault) { // a worker outlives whatever a text does to it
            if (ticket.result.completeExceptionally(fault)) {
                metrics.countFailure(fault);
            }
        } finally {
            atWork.end(line);
            metrics.ended();
            progress.moved();
        }
    }

    private Outcome outcome(Ticket ticket) {
        TextInput text = ticket.job.text();
        return ticket.job.alone() ? scorer.scoreAlone(text, ticket.seat) : scorer.score(text, ticket.seat);
    }

    private void giveUp(Ticket ticket) {
        Outcome outcome = Outcome.Failed.of(new TextTimeoutException(textTimeout));
        if (ticket.result.complete(outcome)) {
            metrics.count(outcome, ticket.age());
        }
    }

    /** Stops running texts, gives up the waiting ones, and ends the workers, but for those that are stuck; then the scorer may be closed. */
    @Override
    public void close() {
        closed = true;
        crew.close();
        queue.forEach(ticket -> ticket.result.cancel(false));
        queue.clear();
        atWork.close();
    }
}
