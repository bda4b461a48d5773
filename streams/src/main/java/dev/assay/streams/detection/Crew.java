package dev.assay.streams.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's workers, and the watch over them. A text whose time is over is given up; the worker is free again where the model's run, or code
 * that hears an interrupt, ends. One that stays stuck is left to itself, and another takes over its work, as long as no more are stuck than
 * there should be workers: a stuck one may keep a core busy, and only the end of the process frees it.
 */
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final long LONGEST_CLOSE = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_TICK = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_TICK = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_GRACE = TimeUnit.SECONDS.toNanos(5);
    private static final int TICKS = 50; // in a text's time

    private final int size;
    private final long longest; // nanoseconds
    private final BlockingQueue<Ticket> queue;
    private final Consumer<Ticket> score;
    private final Consumer<Ticket> giveUp;
    private final ScheduledExecutorService watch;
    private final long tick;
    // Guarded by this:
    private final Set<Worker> working = new HashSet<>();
    private final Set<Worker> stuck = new HashSet<>();
    private int hired;
    private boolean closed;
    private long watched = System.nanoTime();

    /**
     * Starts the workers.
     *
     * @param score scores one of the queue; never throws
     * @param giveUp takes each text whose time is over
     */
    Crew(EngineSettings settings, BlockingQueue<Ticket> queue, Consumer<Ticket> score, Consumer<Ticket> giveUp) {
        this.size = settings.workers();
        this.longest = settings.textTimeout().toNanos();
        this.queue = queue;
        this.score = score;
        this.giveUp = giveUp;
        this.tick = Math.max(SHORTEST_TICK, Math.min(LONGEST_TICK, longest / TICKS));
        synchronized (this) {
            fill();
        }
        this.watch = Executors.newSingleThreadScheduledExecutor(Crew::daemon);
        var unused = watch.scheduleWithFixedDelay(this::lookAgain, tick, tick, TimeUnit.NANOSECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "assay-score-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Workers that a text has held for longer than it may, and holds still. */
    synchronized int stuck() {
        return stuck.size();
    }

    /** Why it scores less than it should, in words; empty where it does not. */
    synchronized Optional<String> trouble() {
        return working.size() < size
                ? Optional.of(stuck.size() + " workers are stuck in a text, " + working.size() + " of " + size
                        + " work: restart to free them")
                : Optional.empty();
    }

    /** Whether nobody is left to score. */
    synchronized boolean isHelpless() {
        return working.isEmpty() && !closed;
    }

    private void fill() {
        while (!closed && working.size() < size && stuck.size() <= size) {
            working.add(new Worker("assay-score-" + hired++, this::work));
        }
    }

    private void work(Worker self) {
        while (goesOn(self)) {
            try {
                Ticket ticket = queue.take();
                self.begin(ticket);
                score.accept(ticket);
            } catch (InterruptedException e) {
                // closed, or late for a text that is over already: the loop's condition tells
            } finally {
                self.end();
            }
        }
    }

    /** One that comes back from being stuck is taken on again where it is missed. */
    private synchronized boolean goesOn(Worker worker) {
        if (stuck.remove(worker) && working.size() < size) {
            working.add(worker);
        }
        return !closed && working.contains(worker);
    }

    /** One look that fails, as where no thread can be made, is not the last. */
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            LOG.warn("cannot watch over texts: {}", e.getClass().getName());
        }
    }

    /** A pause of the whole process is no text's fault: no more counts as passed than two of its looks are apart. */
    private synchronized void look() {
        long now = System.nanoTime();
        long passed = Math.min(now - watched, 2 * tick);
        watched = now;
        for (Worker worker : new ArrayList<>(working)) {
            long age = worker.watch(passed);
            if (age > longest) {
                Ticket late = worker.giveUp();
                if (late != null) {
                    giveUp.accept(late);
                } else if (age > longest + Math.min(longest, LONGEST_GRACE)) {
                    leave(worker);
                }
            }
        }
    }

    private void leave(Worker worker) {
        working.remove(worker);
        stuck.add(worker);
        worker.vacate();
        fill();
        LOG.warn("a worker is stuck in a text whose time is over; {} of {} work", working.size(), size);
    }

    /** Stops all, and leaves behind whom that does not reach within five seconds. */
    @Override
    public void close() {
        watch.shutdownNow();
        long end = System.nanoTime() + LONGEST_CLOSE;
        long left = stopped().stream()
                .filter(worker -> !worker.join(end - System.nanoTime()))
                .count();
        if (left > 0) {
            LOG.warn("{} workers are stuck in a text, and left behind", left);
        }
    }

    private synchronized List<Worker> stopped() {
        closed = true;
        List<Worker> all = new ArrayList<>(working);
        all.addAll(stuck);
        all.forEach(Worker::stop);
        return all;
    }
}
