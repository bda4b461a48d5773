package dev.assay.streams.detection;

/** The application cannot start; the message is one line that names the cause and the remedy. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    StartException(String message) {
        super(message);
    }
}
