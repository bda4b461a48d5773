package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.streams.event.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The JVM's one place where texts are scored: one queue for all tasks and stream threads, and a few workers over one shared scorer.
 *
 * <p>A text that cannot be scored gives a {@link Outcome.Failed}. A fault of the machine fails the future instead, so that the task which
 * waits for it stops with nothing committed and another life of it tries again; {@link FaultFinder} tells them apart.
 */
public final class ScoringEngine implements AutoCloseable {
    private final FaultFinder scorer;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();
    private final ByteBudget budget;
    private final EngineMetrics metrics;
    private volatile boolean closed;

    private record Job(TextInput text, Generation generation, long submitted, CompletableFuture<Outcome> result) {}

    /**
     * Starts the workers.
     *
     * @param scorer all six inner steps; thread-safe
     * @param settings workers and memory
     * @param registry takes the engine's metrics
     */
    public ScoringEngine(Function<TextInput, Assessment> scorer, EngineSettings settings, MeterRegistry registry) {
        this.scorer = new FaultFinder(scorer);
        this.budget = new ByteBudget(settings.bytes());
        this.metrics = new EngineMetrics(registry, queue::size, budget::used);
        for (int i = 0; i < settings.workers(); i++) {
            Thread worker = new Thread(this::work, "assay-score-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    /** Scores a text some time soon. The result is cancelled where its generation ends before its turn comes. */
    CompletableFuture<Outcome> submit(TextInput text, Generation generation) {
        Job job = new Job(text, generation, System.nanoTime(), new CompletableFuture<>());
        queue.add(job);
        if (closed) {
            job.result().cancel(false);
        }
        return job.result();
    }

    ByteBudget budget() {
        return budget;
    }

    EngineMetrics metrics() {
        return metrics;
    }

    private void work() {
        try {
            while (!closed) {
                run(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed while it waited for work
        }
    }

    private void run(Job job) {
        if (job.generation().isEnded()) {
            job.result().cancel(false);
            return;
        }
        metrics.started();
        try {
            Outcome outcome = scorer.score(job.text());
            metrics.count(outcome, System.nanoTime() - job.submitted());
            job.result().complete(outcome);
        } catch (Throwable fault) { // a worker outlives whatever a text does to it
            metrics.countFailure(fault.getClass().getSimpleName());
            job.result().completeExceptionally(fault);
        } finally {
            metrics.ended();
        }
    }

    /** Lets running texts end, gives up the waiting ones, and stops the workers; afterwards the scorer may be closed. */
    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            joinUninterruptibly(worker);
        }
        queue.forEach(job -> job.result().cancel(false));
        queue.clear();
    }

    private static void joinUninterruptibly(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true; // a native run cannot be left behind: its session is about to close
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
