package dev.assay.streams.cli;

/** Ends a command with exit code 1. The message is one line that names the thing and the remedy. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
