package dev.assay.streams.process;

/** A child process could not be started or did not become ready; the message is one line that names it and its log. */
public final class ChildStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a line for a person. */
    public ChildStartException(String message) {
        super(message);
    }

    ChildStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
