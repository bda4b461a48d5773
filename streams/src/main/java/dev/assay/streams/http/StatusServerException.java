package dev.assay.streams.http;

/** Health and metrics could not be served. The message is one line that names address and remedy. */
public final class StatusServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatusServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
