package dev.assay.streams.event;

import dev.assay.detectors.Assessment;

/** What became of an event: a value in either case, because a failure that is thrown would be blamed on another record. */
public sealed interface Outcome {
    /** It was assessed. */
    record Assessed(Assessment assessment) implements Outcome {}

    /** It cannot be assessed: a fault of the event, which goes to the dead letters. */
    record Failed(Failure failure) implements Outcome {
        /** The outcome of an event that met this exception. */
        public static Failed of(Throwable fault) {
            return new Failed(Failure.of(fault));
        }
    }
}
