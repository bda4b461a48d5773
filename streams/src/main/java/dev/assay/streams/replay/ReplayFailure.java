package dev.assay.streams.replay;

/** A replay could not go on; the message is one line for a person. */
public final class ReplayFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFailure(String message) {
        super(message);
    }
}
