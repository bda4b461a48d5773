package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * One set of texts in two precisions of a model.
 *
 * @param texts texts that both scored
 * @param tokens their tokens
 * @param meanLogProbDifference mean |Δ ln p| over all tokens, nats
 * @param detectors every detector's difference, in the order of the detectors
 * @param speedRatio tokens a second of the other precision over those of the reference: the median of interleaved pairs
 */
public record VerificationReport(
        int texts, long tokens, double meanLogProbDifference, List<DetectorDifference> detectors, double speedRatio) {
    public VerificationReport {
        detectors = List.copyOf(detectors);
    }
}
