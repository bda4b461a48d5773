package dev.assay.detectors.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What another precision does to one detector.
 *
 * @param detector its name
 * @param meanDifference mean |Δ score| over the texts that have a score in both; NaN without any
 * @param referenceAuroc area under the receiver operating characteristic in the reference precision; NaN without both labels
 * @param auroc the same in the other precision
 */
public record DetectorDifference(String detector, double meanDifference, double referenceAuroc, double auroc) {
    /** Detector {@code index} of the texts' scores. */
    static DetectorDifference of(String name, int index, List<ComparedText> texts) {
        double difference = 0; // Σ |Δ score|
        int both = 0;
        for (ComparedText text : texts) {
            OptionalDouble before = text.reference().get(index);
            OptionalDouble after = text.candidate().get(index);
            if (before.isPresent() && after.isPresent()) {
                difference += Math.abs(after.getAsDouble() - before.getAsDouble());
                both++;
            }
        }
        return new DetectorDifference(
                name,
                difference / both,
                auroc(texts, text -> text.reference().get(index)),
                auroc(texts, text -> text.candidate().get(index)));
    }

    /** What separating human from machine texts gained by the other precision, or lost where negative. */
    public double aurocDifference() {
        return auroc - referenceAuroc;
    }

    private static double auroc(List<ComparedText> texts, Function<ComparedText, OptionalDouble> score) {
        return Evaluation.auroc(texts.stream()
                .filter(text -> text.text().label() != null)
                .map(text -> ScoredLabel.of(text.text().document(), text.text().label(), score.apply(text)))
                .toList());
    }
}
