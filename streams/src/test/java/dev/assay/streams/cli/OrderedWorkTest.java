package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
    @Test
    void handsResultsOnInOrder() {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
        List<Integer> results = new ArrayList<>();
        try (OrderedWork work = new OrderedWork(3)) {
            work.each(inputs.iterator(), n -> n * n, results::add);
        }
        assertThat(results).isEqualTo(inputs.stream().map(n -> n * n).toList());
    }

    /** A model run does not heed interruptions, and its model must not be closed under it. */
    @Test
    void closesOnlyWhenNoWorkerIsLeft() {
        Thread closing = Thread.currentThread();
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Thread.State> whileWorking = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        assertThatThrownBy(() -> {
                    try (OrderedWork work = new OrderedWork(2)) {
                        work.each(
                                List.of(0, 1).iterator(),
                                n -> n == 0 ? failOnce(running) : runOn(running, closing, closed, whileWorking),
                                result -> {});
                    } finally {
                        closed.complete(null);
                    }
                })
                .hasMessage("fails");
        assertThat(whileWorking).isCompletedWithValue(Thread.State.TIMED_WAITING);
    }

    private static int failOnce(CountDownLatch running) {
        try {
            running.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("fails");
    }

    /** Goes on until it is interrupted, and then until the one who interrupts waits, or has gone on without waiting. */
    private static int runOn(
            CountDownLatch running,
            Thread closing,
            CompletableFuture<Void> closed,
            CompletableFuture<Thread.State> whileWorking) {
        running.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        while (closing.getState() != Thread.State.TIMED_WAITING && !closed.isDone()) {
            Thread.onSpinWait();
        }
        whileWorking.complete(closing.getState());
        return 1;
    }
}
