package dev.assay.streams.soak;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run came to.
 *
 * @param fault what struck it
 * @param protocol the group's
 * @param counts records in, and what they became
 * @param strikes each fault's consequences; none for the calm run
 * @param restarts how often an instance ended by itself
 * @param limit most seconds that the next new verdict of the slowest partition may take
 * @param breaches a line for each breach of a guarantee
 * @param skipped why there was no run
 */
public record SoakResult(
        String fault,
        String protocol,
        Counts counts,
        List<Strike> strikes,
        int restarts,
        OptionalInt limit,
        List<String> breaches,
        Optional<String> skipped) {
    /** Records of a run; odd ones among them, tombstones apart. */
    public record Counts(int records, int hostile, int verdicts, int deadLetters, int tombstones) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        static Counts of(Evidence evidence) {
            return new Counts(
                    evidence.inputs().size() - evidence.count(Due.LOST),
                    evidence.hostile(),
                    evidence.verdicts().size(),
                    evidence.deadLetters().size(),
                    evidence.count(Due.NOTHING));
        }
    }

    /** Copies the lists. */
    public SoakResult {
        strikes = List.copyOf(strikes);
        breaches = List.copyOf(breaches);
    }

    /** Of a run that did not come to its end. */
    static SoakResult cut(Fault fault, String protocol, String reason) {
        return new SoakResult(
                fault.what(),
                protocol,
                Counts.NONE,
                List.of(),
                0,
                OptionalInt.empty(),
                List.of("did not come to its end: " + reason),
                Optional.empty());
    }

    /** Of a run that this machine does not allow. */
    static SoakResult skipped(Fault fault, String protocol, String lack) {
        return new SoakResult(
                fault.what(), protocol, Counts.NONE, List.of(), 0, OptionalInt.empty(), List.of(), Optional.of(lack));
    }

    /** What the instances took while a fault lasted, where it was measured. */
    List<Sample> samples() {
        return strikes.stream().flatMap(strike -> strike.samples().stream()).toList();
    }

    /** Whether all guarantees held; no question of time. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    /** Whether no partition waited longer than it may. */
    public boolean isInTime() {
        return limit.isEmpty() || strikes.stream().allMatch(strike -> strike.every() <= limit.getAsInt());
    }

    /** Events in flight at each strike. */
    public List<Integer> inFlight() {
        return strikes.stream().map(Strike::inFlight).toList();
    }
}
