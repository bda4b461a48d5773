package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a precision may stray from the reference on each set of texts.
 *
 * @param logProb largest mean |Δ ln p|, nats
 * @param fastDetectGpt largest mean |Δ| of the score of {@code fast-detect-gpt}
 * @param auroc largest |Δ AUROC| of any detector whose own noise is not larger
 */
public record PrecisionLimits(double logProb, double fastDetectGpt, double auroc) {
    /** What a precision must keep to be used in place of fp32. */
    public static final PrecisionLimits REQUIRED = new PrecisionLimits(0.1, 0.1, 0.01);

    /** The detector whose score itself must not move: its scale is the same for all texts. */
    public static final String HELD_DETECTOR = "fast-detect-gpt";

    /** A difference of two areas that is the limit on paper may be a rounding error above it. */
    private static final double ROUNDING = 1e-12;

    /** Whether ln p stays near enough. */
    public boolean allowLogProb(VerificationReport report) {
        return report.meanLogProbDifference() <= logProb;
    }

    /** Whether the score of {@link #HELD_DETECTOR} does; true where it was not computed or nowhere defined. */
    public boolean allowHeldDetector(VerificationReport report) {
        return report.detector(HELD_DETECTOR)
                .map(DetectorDifference::meanDifference)
                .filter(difference -> difference > fastDetectGpt)
                .isEmpty();
    }

    /** Whether the detector separates as before; true where that is undefined in both precisions. */
    public boolean allowAuroc(DetectorDifference difference) {
        boolean undefined = Double.isNaN(difference.referenceAuroc()) && Double.isNaN(difference.auroc());
        return undefined || Math.abs(difference.aurocDifference()) <= aurocLimit(difference) + ROUNDING;
    }

    /** What the detector's AUROC is held to: the limit, or its own noise where that is larger. */
    public double aurocLimit(DetectorDifference difference) {
        return Double.isNaN(difference.aurocNoise()) ? auroc : Math.max(auroc, difference.aurocNoise());
    }

    /** What is missed, a few words each with the number; empty where everything holds. */
    public List<String> missedBy(VerificationReport report) {
        List<String> missed = new ArrayList<>();
        if (!allowLogProb(report)) {
            missed.add(words("mean |Δ ln p| %.4f", report.meanLogProbDifference()));
        }
        if (!allowHeldDetector(report)) {
            missed.add(words(
                    "mean |Δ " + HELD_DETECTOR + "| %.4f",
                    report.detector(HELD_DETECTOR).orElseThrow().meanDifference()));
        }
        report.detectors().stream()
                .filter(detector -> !allowAuroc(detector))
                .map(detector -> words("AUROC of " + detector.detector() + " %+.4f", detector.aurocDifference()))
                .forEach(missed::add);
        return missed;
    }

    private static String words(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
