package dev.assay.streams.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does many things at a time and hands the results on in the order of the input, holding only a few of either. */
final class OrderedWork implements AutoCloseable {
    private static final int AHEAD = 4; // inputs in hand per worker: enough that a long text stalls nobody

    private final ExecutorService workers;
    private final int most;

    OrderedWork(int workers) {
        this.workers = Executors.newFixedThreadPool(workers);
        this.most = workers * AHEAD;
    }

    <I, O> void each(Iterator<I> inputs, Function<I, O> work, Consumer<O> results) {
        Deque<Future<O>> inHand = new ArrayDeque<>();
        while (inputs.hasNext()) {
            I input = inputs.next();
            inHand.add(workers.submit(() -> work.apply(input)));
            if (inHand.size() >= most) {
                results.accept(result(inHand.remove()));
            }
        }
        while (!inHand.isEmpty()) {
            results.accept(result(inHand.remove()));
        }
    }

    private static <O> O result(Future<O> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new CommandFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted before the work was done.", e);
        }
    }

    /** Returns when no worker is left: what they work with, in native memory too, may be closed next. */
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true; // a text more or less: its model run cannot be interrupted either
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
