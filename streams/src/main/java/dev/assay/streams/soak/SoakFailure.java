package dev.assay.streams.soak;

/** A soak could not go on; the message is one line that says why and where to look. */
public final class SoakFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SoakFailure(String message) {
        super(message);
    }
}
