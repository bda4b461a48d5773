package dev.assay.streams.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Whether heap and native memory together fit the machine, or the limit of its container. Models, their buffers and the state store lie
 * outside the heap, where no JVM flag bounds them.
 */
final class MemoryCheck implements Check {
    /** Native memory of a text being scored: 80 MB at a head chunk of 128 tokens, windows of 1,024. */
    static final long WORKER_BYTES = 80_000_000;

    /** Class metadata, compiled code, thread stacks, RocksDB and network buffers. */
    static final long PROCESS_BYTES = 250_000_000;

    private final Settings settings;
    private final Once<Bundle> model;
    private final LongSupplier limit;
    private final long heap;

    MemoryCheck(Settings settings, Once<Bundle> model) {
        this(settings, model, MemoryCheck::machine, Runtime.getRuntime().maxMemory());
    }

    /**
     * @param limit bytes that the process may take in all
     * @param heap bytes that the heap may grow to
     */
    MemoryCheck(Settings settings, Once<Bundle> model, LongSupplier limit, long heap) {
        this.settings = settings;
        this.model = model;
        this.limit = limit;
        this.heap = heap;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Finding run() {
        return model.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no model to reckon with"));
    }

    private Finding look(Bundle bundle) {
        long weights = weights(bundle);
        long workers = ScoringSettings.workers(settings) * WORKER_BYTES;
        long needed = heap + weights + workers + PROCESS_BYTES;
        long there = limit.getAsLong();
        String sum = Megabytes.of(needed) + " at most (heap " + Megabytes.of(heap) + ", model "
                + Megabytes.of(weights) + ", " + ScoringSettings.workers(settings) + " workers "
                + Megabytes.of(workers) + ", process " + Megabytes.of(PROCESS_BYTES) + ") of " + Megabytes.of(there);
        return needed <= there
                ? Finding.ok(this, sum)
                : Finding.failed(
                        this,
                        sum + ": give the machine or container more, lower engine.workers, or the heap"
                                + " (JAVA_OPTS=-Xmx384m)");
    }

    private static long weights(Bundle bundle) {
        long bytes = 0;
        for (Path graph : List.of(bundle.body(), bundle.head())) {
            try {
                bytes += Files.size(graph);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /** RAM, or the container's limit where there is one. */
    private static long machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
