package dev.assay.streams.detection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Records this process has handled since its start. Work that a fault undid is counted again when it is done again; without faults and
 * with nothing pending, records = tombstones + verdicts + dead letters.
 *
 * @param records read
 * @param tombstones read without a value, and passed over
 * @param verdicts written as verdicts
 * @param deadLetters written as dead letters
 */
public record Counts(long records, long tombstones, long verdicts, long deadLetters) {
    /** What the registry holds now. */
    static Counts of(MeterRegistry registry) {
        return new Counts(
                sum(registry, "assay.ingest.records"),
                sum(registry, "assay.ingest.tombstones"),
                sum(registry, "assay.emit.verdicts"),
                sum(registry, "assay.emit.dead.letters"));
    }

    /** Whether everything read has been answered. */
    public boolean isBalanced() {
        return records == tombstones + verdicts + deadLetters;
    }

    private static long sum(MeterRegistry registry, String counter) {
        return (long) registry.find(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
