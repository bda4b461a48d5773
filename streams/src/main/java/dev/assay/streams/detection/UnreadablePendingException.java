package dev.assay.streams.detection;

/** A record of the pending store is none that any version of the program wrote. */
final class UnreadablePendingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePendingException(int bytes, Throwable cause) {
        super("a record of " + bytes + " bytes in the pending store cannot be read", cause);
    }
}
