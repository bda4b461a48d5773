package dev.assay.streams.bench;

import dev.assay.detectors.TextInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The bare loop: workers take texts in turn and judge them, with nothing around it. */
final class ScoringLoop {
    private ScoringLoop() {}

    /** One pass over the texts. */
    static Pace run(BenchModel model, List<String> texts, int workers) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            AtomicInteger next = new AtomicInteger();
            long model0 = model.modelNanos();
            long cpu0 = CpuTime.ofProcess();
            long start = System.nanoTime();
            List<Future<Long>> done = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                done.add(pool.submit(() -> tokens(model, texts, next)));
            }
            long tokens = 0;
            for (Future<Long> worker : done) {
                tokens += worker.get();
            }
            long nanos = System.nanoTime() - start;
            return new Pace(texts.size(), tokens, nanos, CpuTime.ofProcess() - cpu0, model.modelNanos() - model0);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static long tokens(BenchModel model, List<String> texts, AtomicInteger next) {
        long tokens = 0;
        for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
            tokens += model.assessor()
                    .assess(new TextInput(texts.get(i), null, null))
                    .scoredTokens();
        }
        return tokens;
    }
}
