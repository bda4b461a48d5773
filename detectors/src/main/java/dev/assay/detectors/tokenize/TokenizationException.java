package dev.assay.detectors.tokenize;

/** A text broke the tokenizer: a fault of the data, whose event goes to the dead letters. The message never quotes the text. */
public final class TokenizationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Names the defect, never the text. */
    public TokenizationException(String message, Throwable cause) {
        super(message, cause);
    }
}
