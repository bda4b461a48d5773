package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.streams.event.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the engine says of itself, under {@code assay.score}. */
final class EngineMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();
    private final Counter texts;
    private final Counter tokens;
    private final Timer latency;

    EngineMetrics(MeterRegistry registry, Supplier<Number> queued, Supplier<Number> heldBytes) {
        this.registry = registry;
        Gauge.builder("assay.score.queue", queued)
                .description("Texts that wait for a worker")
                .register(registry);
        Gauge.builder("assay.score.held.bytes", heldBytes)
                .description("Bytes of events in memory")
                .register(registry);
        Gauge.builder("assay.score.pending", pending, AtomicInteger::get)
                .description("Events taken in and not yet emitted")
                .register(registry);
        Gauge.builder("assay.score.in.flight", inFlight, AtomicInteger::get)
                .description("Texts being scored")
                .register(registry);
        this.texts = registry.counter("assay.score.texts");
        this.tokens = registry.counter("assay.score.tokens");
        this.latency = Timer.builder("assay.score.latency")
                .description("From submission to result")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    void started() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    /** Counts events taken in, or emitted where negative. */
    void pending(int change) {
        pending.addAndGet(change);
    }

    /** Counts an outcome that was {@code nanos} in the making. */
    void count(Outcome outcome, long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        if (outcome instanceof Outcome.Assessed assessed) {
            count(assessed.assessment());
        } else if (outcome instanceof Outcome.Failed failed) {
            countFailure(failed.failure().cause());
        }
    }

    void countFailure(String cause) {
        registry.counter("assay.score.failures", "cause", cause).increment();
    }

    private void count(Assessment assessment) {
        texts.increment();
        tokens.increment(assessment.scoredTokens());
    }
}
