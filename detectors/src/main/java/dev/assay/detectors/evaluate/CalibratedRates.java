package dev.assay.detectors.evaluate;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a calibration does to the labelled texts that have a p-value under it.
 *
 * @param targetFpr the rate α it aims at; a text is flagged where p ≤ α
 * @param falsePositives human texts flagged, of the human texts with a p-value
 * @param truePositives machine texts flagged, of the machine texts with a p-value
 */
public record CalibratedRates(double targetFpr, Rate falsePositives, Rate truePositives) {
    private static final List<Double> USUAL = List.of(0.05, 0.01, 0.005);

    /** At 5, 1 and 0.5 %; empty where no text has a p-value. */
    static List<CalibratedRates> atUsualRates(List<ScoredLabel> texts) {
        if (texts.stream().allMatch(text -> text.pValue().isEmpty())) {
            return List.of();
        }
        return USUAL.stream().map(rate -> of(texts, rate)).toList();
    }

    /** At a rate in (0, 1). */
    public static CalibratedRates of(List<ScoredLabel> texts, double targetFpr) {
        return new CalibratedRates(
                targetFpr,
                flagged(texts, targetFpr, text -> !text.isMachine()),
                flagged(texts, targetFpr, ScoredLabel::isMachine));
    }

    private static Rate flagged(List<ScoredLabel> texts, double targetFpr, Predicate<ScoredLabel> ofClass) {
        List<ScoredLabel> judged = texts.stream()
                .filter(ofClass)
                .filter(text -> text.pValue().isPresent())
                .toList();
        int hits =
                (int) judged.stream().filter(text -> text.isFlagged(targetFpr)).count();
        return Rate.of(hits, judged.size());
    }
}
