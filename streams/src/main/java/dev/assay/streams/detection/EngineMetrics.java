package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.meter.MeterUpdates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the engine says of itself, under {@code assay.score}. No meter that fails touches a text: counting never throws. */
final class EngineMetrics {
    private final MeterRegistry registry;
    private final MeterUpdates updates;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter texts;
    private final Counter tokens;
    private final Timer latency;

    EngineMetrics(
            MeterRegistry registry, Supplier<Number> queued, Supplier<Number> heldBytes, Supplier<Number> pending) {
        this.registry = registry;
        this.updates = new MeterUpdates(registry);
        gauge("assay.score.queue", "Texts that wait for a worker", queued);
        gauge("assay.score.held.bytes", "Bytes of events in memory", heldBytes);
        gauge("assay.score.pending", "Events taken in and not yet emitted", pending);
        gauge("assay.score.in.flight", "Texts being scored", inFlight::get);
        this.texts = registry.counter("assay.score.texts");
        this.tokens = registry.counter("assay.score.tokens");
        this.latency = Timer.builder("assay.score.latency")
                .description("From submission to result")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    /** Shows how many workers are stuck. */
    void stuck(Supplier<Number> workers) {
        gauge("assay.score.stuck", "Workers that a text holds beyond its time", workers);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void started() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    /** Counts an outcome that was {@code nanos} in the making. */
    void count(Outcome outcome, long nanos) {
        updates.run(() -> {
            latency.record(nanos, TimeUnit.NANOSECONDS);
            if (outcome instanceof Outcome.Assessed assessed) {
                count(assessed.assessment());
            } else if (outcome instanceof Outcome.Failed failed) {
                countFailure(failed.failure().cause());
            }
        });
    }

    /** Counts a text at which the machine failed. */
    void countFailure(Throwable fault) {
        updates.run(() -> countFailure(fault.getClass().getSimpleName()));
    }

    private void countFailure(String cause) {
        registry.counter("assay.score.failures", "cause", cause).increment();
    }

    private void count(Assessment assessment) {
        texts.increment();
        tokens.increment(assessment.scoredTokens());
    }
}
