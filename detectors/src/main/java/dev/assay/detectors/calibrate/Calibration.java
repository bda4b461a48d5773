package dev.assay.detectors.calibrate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Scores of reference texts of one domain under one model, with their birth certificate.
 *
 * @param id SHA-256 of the content, hex
 * @param certificate under what the scores hold
 * @param detectors names of the detectors, one column of scores each
 * @param texts one row per reference document
 */
public record Calibration(String id, Certificate certificate, List<String> detectors, List<ReferenceText> texts) {
    /** Copies the lists. */
    public Calibration {
        detectors = List.copyOf(detectors);
        texts = List.copyOf(texts);
    }

    /**
     * One reference document.
     *
     * @param document hash of the document's identity, hex
     * @param scoredTokens its scored tokens
     * @param scores one score per detector, empty where undefined
     */
    public record ReferenceText(String document, int scoredTokens, List<OptionalDouble> scores) {
        /** Copies the scores. */
        public ReferenceText {
            scores = List.copyOf(scores);
        }
    }
}
