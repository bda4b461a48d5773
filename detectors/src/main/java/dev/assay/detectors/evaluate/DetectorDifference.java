package dev.assay.detectors.evaluate;

/**
 * What another precision does to one detector.
 *
 * @param detector its name
 * @param meanDifference mean |Δ score| over the texts that have a score in both; NaN without any
 * @param referenceAuroc area under the receiver operating characteristic in the reference precision; NaN without both labels
 * @param auroc the same in the other precision
 */
public record DetectorDifference(String detector, double meanDifference, double referenceAuroc, double auroc) {
    /** What separating human from machine texts gained by the other precision, or lost where negative. */
    public double aurocDifference() {
        return auroc - referenceAuroc;
    }
}
