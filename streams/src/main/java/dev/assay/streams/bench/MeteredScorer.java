package dev.assay.streams.bench;

import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokens;
import java.util.concurrent.atomic.AtomicLong;

/** A scorer that adds up the CPU time of the threads that call it, while they do. Closing it closes the scorer. */
final class MeteredScorer implements Scorer {
    private final Scorer scorer;
    private final AtomicLong nanos = new AtomicLong();

    MeteredScorer(Scorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public TokenScores score(Tokens tokens, int samples) {
        long start = CpuTime.ofThread();
        try {
            return scorer.score(tokens, samples);
        } finally {
            nanos.addAndGet(CpuTime.ofThread() - start);
        }
    }

    /** CPU time so far, nanoseconds. */
    long cpuNanos() {
        return nanos.get();
    }

    @Override
    public void close() {
        scorer.close();
    }
}
