package dev.assay.streams.emit;

import dev.assay.schemas.Decision;
import dev.assay.schemas.Reason;
import dev.assay.schemas.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what leaves, under {@code assay.emit}: verdicts with their answers, sizes and latencies, and dead letters by cause. */
public final class EmitMetrics {
    // Upper bounds that several instances can add up, from a short text on an idle machine to a backlog.
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Counter verdicts;
    private final Counter bytes;
    private final Counter tokens;
    private final Timer latency;
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
        this.latency = Timer.builder("assay.emit.latency")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    void verdict(Verdict verdict) {
        verdicts.increment();
        bytes.increment((double) verdict.getText().getBytes());
        tokens.increment(verdict.getText().getTokens());
        latency.record(Duration.between(verdict.getCreatedAt(), verdict.getDecidedAt())); // negative: not recorded
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
        registry.counter("assay.emit.dead.letters", "cause", cause).increment();
    }
}
