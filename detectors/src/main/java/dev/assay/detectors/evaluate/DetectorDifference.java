package dev.assay.detectors.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What another precision does to one detector.
 *
 * @param detector its name
 * @param meanDifference mean |Δ score| over the texts that have a score in both; NaN without any
 * @param referenceAuroc area under the receiver operating characteristic in the reference precision; NaN without both labels
 * @param auroc the same in the other precision
 * @param aurocNoise the largest |Δ AUROC| that the reference itself shows when every ln p is {@linkplain Shaking shaken} by 0.01 nats
 *     on average: below it a difference says nothing of the precision; NaN without both labels
 */
public record DetectorDifference(
        String detector, double meanDifference, double referenceAuroc, double auroc, double aurocNoise) {
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
        double reference = auroc(texts, text -> text.reference().get(index));
        return new DetectorDifference(
                name,
                difference / both,
                reference,
                auroc(texts, text -> text.candidate().get(index)),
                noise(reference, index, texts));
    }

    private static double noise(double reference, int index, List<ComparedText> texts) {
        return IntStream.range(0, Shaking.ROUNDS)
                .mapToDouble(
                        round -> auroc(texts, text -> text.shaken().get(round).get(index)))
                .map(auroc -> Math.abs(auroc - reference))
                .max()
                .orElseThrow();
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
