package dev.assay.streams.emit;

import dev.assay.schemas.Decision;
import dev.assay.schemas.Reason;
import dev.assay.schemas.Verdict;
import dev.assay.streams.event.VerdictLatency;
import dev.assay.streams.meter.MeterUpdates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what leaves, under {@code assay.emit}: verdicts with their answers, sizes and latencies, and dead letters by cause. */
public final class EmitMetrics {
    // Upper bounds that several instances can add up, from a short text on an idle machine to a backlog.
    private static final double[] LATENCIES = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600}; // seconds
    private static final double MILLIS = 1e3; // a second

    private final MeterRegistry registry;
    private final MeterUpdates updates;
    private final Counter verdicts;
    private final Counter bytes;
    private final Counter tokens;
    private final DistributionSummary latency; // a timer adds up in long nanoseconds, and is full after 292 years
    private final Map<Given, Counter> answers =
            new ConcurrentHashMap<>(); // the registry looks one up by its tags more slowly

    /** An answer, but for its numbers. */
    private record Given(String question, Decision decision, Reason reason) {}

    /** @param registry where the counters are kept */
    public EmitMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.verdicts = registry.counter("assay.emit.verdicts");
        this.bytes = registry.counter("assay.emit.text.bytes");
        this.tokens = registry.counter("assay.emit.text.tokens");
        this.updates = new MeterUpdates(registry);
        this.latency = DistributionSummary.builder("assay.emit.latency")
                .baseUnit("seconds")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    void verdict(Verdict verdict) {
        updates.run(() -> count(verdict));
    }

    private void count(Verdict verdict) {
        verdicts.increment();
        bytes.increment((double) verdict.getText().getBytes());
        tokens.increment(verdict.getText().getTokens());
        VerdictLatency.millis(verdict.getCreatedAt(), verdict.getDecidedAt())
                .ifPresent(millis -> latency.record(millis / MILLIS));
        verdict.getQuestions()
                .forEach((question, answer) -> answers.computeIfAbsent(
                                new Given(question, answer.getDecision(), answer.getReason()), this::counter)
                        .increment());
    }

    private Counter counter(Given given) {
        return registry.counter(
                "assay.emit.answers",
                "question",
                given.question(),
                "decision",
                given.decision().name(),
                "reason",
                given.reason().name());
    }

    void deadLetter(String cause) {
        updates.run(() ->
                registry.counter("assay.emit.dead.letters", "cause", cause).increment());
    }
}
