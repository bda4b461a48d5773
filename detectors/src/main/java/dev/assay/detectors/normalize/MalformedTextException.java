package dev.assay.detectors.normalize;

/**
 * A text that no scorer can take (a lone surrogate, bytes that are not UTF-8). It is a fault of the data: its event goes to the
 * dead letters. The message never quotes the text.
 */
public final class MalformedTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Names the defect and its position, never the text. */
    public MalformedTextException(String message) {
        super(message);
    }
}
