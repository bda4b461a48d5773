package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the bits that the model needs for a byte of text: <b>Σx / (ln 2 · B)</b>, B the UTF-8 bytes of the scored tokens; higher
 * means machine. Long tokens count for what they spell, so the value compares between tokenizers.
 *
 * <p>Source: Mielke 2019, "Can you compare perplexity across different segmentations?".
 *
 * <p>Undefined for a text without bytes.
 */
public final class BitsPerByte implements Detector {
    /** Its name in settings. */
    public static final String NAME = "bits-per-byte";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return PerByte.bits(text.scores().logProbs(), text.tokens());
    }
}
