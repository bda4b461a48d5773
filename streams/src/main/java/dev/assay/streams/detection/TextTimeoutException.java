package dev.assay.streams.detection;

import java.time.Duration;

/** A text was at work for longer than it may be. */
final class TextTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TextTimeoutException(Duration longest) {
        super("TIMEOUT: the text was at work for more than " + longest.toSeconds()
                + " s, which setting text.timeout.seconds allows");
    }
}
