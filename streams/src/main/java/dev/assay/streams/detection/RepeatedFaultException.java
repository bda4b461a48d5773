package dev.assay.streams.detection;

/** An event did harm each time it was tried, and is not tried again. */
final class RepeatedFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After faults that a thread lived to tell. */
    RepeatedFaultException(int count, Throwable last) {
        super(
                "the event met " + count + " faults, the last one "
                        + last.getClass().getName(),
                last);
    }

    /** After deaths of the process. */
    RepeatedFaultException(int deaths) {
        super("the process died, or lost the event, " + deaths + " times while it scored this event and no other");
    }
}
