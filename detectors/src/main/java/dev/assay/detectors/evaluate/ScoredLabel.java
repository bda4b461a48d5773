package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one detector said of one labelled text.
 *
 * @param document what is resampled: a human text and the machine text paired with it stand or fall together
 * @param label who wrote it
 * @param score the detector's score, higher meaning machine or familiar; empty where undefined
 * @param pValue at the calibration in force, in (0, 1]; empty without one
 * @param groups groups it is known to belong to, such as {@code DOMAIN → news}, {@code LENGTH → 128-255}
 */
public record ScoredLabel(
        DocumentIdentity document,
        Label label,
        OptionalDouble score,
        OptionalDouble pValue,
        Map<Dimension, String> groups) {

    /** Without calibration or groups. */
    public static ScoredLabel of(DocumentIdentity document, Label label, OptionalDouble score) {
        return new ScoredLabel(document, label, score, OptionalDouble.empty(), Map.of());
    }

    /** Its group, {@link Dimension#UNKNOWN} where that is not known. */
    String group(Dimension dimension) {
        return groups.getOrDefault(dimension, Dimension.UNKNOWN);
    }

    boolean isMachine() {
        return label == Label.MACHINE;
    }

    boolean isFlagged(double targetFpr) {
        return pValue.isPresent() && pValue.getAsDouble() <= targetFpr;
    }
}
