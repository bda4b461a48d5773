package dev.assay.streams.emit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what leaves: {@code assay.emit.verdicts} and, by cause, {@code assay.emit.dead.letters}. */
public final class EmitMetrics {
    private final MeterRegistry registry;
    private final Counter verdicts;

    /** @param registry where the counters are kept */
    public EmitMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.verdicts = registry.counter("assay.emit.verdicts");
    }

    void verdict() {
        verdicts.increment();
    }

    void deadLetter(String cause) {
        registry.counter("assay.emit.dead.letters", "cause", cause).increment();
    }
}
