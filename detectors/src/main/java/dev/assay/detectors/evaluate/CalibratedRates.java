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

    static CalibratedRates of(List<ScoredLabel> texts, double targetFpr) {
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
