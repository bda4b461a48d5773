package dev.assay.streams.soak;

import java.util.List;

/**
 * What came of one fault.
 *
 * @param inFlight events that its victims had in flight
 * @param first seconds from the fault, or from its end where it lasts, until the first partition had a new verdict
 * @param every seconds until the last partition had one
 * @param samples of the instances while it lasted, where it is about what they take
 */
record Strike(int inFlight, double first, double every, List<Sample> samples) {
    /** Copies the list. */
    Strike {
        samples = List.copyOf(samples);
    }

    static Strike of(int inFlight, Recovery recovery, long fromNanos) {
        return new Strike(inFlight, recovery.first(fromNanos), recovery.every(fromNanos), List.of());
    }

    Strike with(List<Sample> measured) {
        return new Strike(inFlight, first, every, measured);
    }
}
