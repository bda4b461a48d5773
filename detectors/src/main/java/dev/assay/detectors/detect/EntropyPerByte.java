package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the bits of surprise that the model expected for a byte of text: <b>Σμ / (ln 2 · B)</b>, B the UTF-8 bytes of the scored
 * tokens; higher means machine. What {@link BitsPerByte} would be if each token came from the model.
 *
 * <p>Source: Gehrmann et al. 2019 for the entropy, Mielke 2019 for the unit.
 *
 * <p>Undefined for a text without bytes.
 */
public final class EntropyPerByte implements Detector {
    @Override
    public String name() {
        return "entropy-per-byte";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return PerByte.bits(text.scores().meanLogProbs(), text.tokens());
    }
}
