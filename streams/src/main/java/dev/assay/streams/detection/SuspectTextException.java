package dev.assay.streams.detection;

/** Scoring a text met a fault, and the machine could score another text then: the first may be at fault. */
final class SuspectTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SuspectTextException(Throwable cause) {
        super("scoring met " + cause.getClass().getName() + " at this text and not at another", cause);
    }
}
