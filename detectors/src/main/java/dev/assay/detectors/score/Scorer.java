package dev.assay.detectors.score;

import dev.assay.detectors.tokenize.Tokens;

/**
 * Runs a language model over a text. A pure function of (normalized text, bundle, settings): the other texts in flight change no
 * bit of it. Thread-safe.
 */
public interface Scorer extends AutoCloseable {
    /**
     * Scores every token of the text.
     *
     * @param samples alternatives drawn per position, 0 for none
     * @throws ModelFaultException when the model gives NaN or infinity for this text
     */
    TokenScores score(Tokens tokens, int samples);

    @Override
    void close();
}
