package dev.assay.streams.detection;

/** Scoring failed through no fault of an event: nothing may be committed, and the event must be scored again. */
final class MachineFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MachineFaultException(Throwable cause) {
        super("scoring met " + cause.getClass().getName() + ", which is no fault of the event", cause);
    }
}
