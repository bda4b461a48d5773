package dev.assay.detectors.tokenize;

import dev.assay.detectors.normalize.NormalizedText;

/** Turns normalized text into a model's tokens. Thread-safe. */
public interface Tokenizer extends AutoCloseable {
    /**
     * Tokenizes without truncation, padding or special tokens.
     *
     * @throws TokenizationException when the tokenizer cannot take this text; names no text
     */
    Tokens tokenize(NormalizedText text);

    @Override
    void close();
}
