package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.WhiteSpace;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How far white space alone tells human from machine texts: what a set gives away by the way it was collected, and why white space is
 * collapsed before anything is measured.
 *
 * @param lineBreaks area under the curve of the number of line breaks, 0.5 where they say nothing
 * @param irregularGaps area under the curve of the number of gaps that are not one plain space
 * @param humansWithLineBreaks share of human texts that hold a line break
 * @param machinesWithLineBreaks share of machine texts that hold one
 */
public record WhiteSpaceSeparation(
        double lineBreaks, double irregularGaps, Rate humansWithLineBreaks, Rate machinesWithLineBreaks) {

    /** Over the texts that have a label, as their files have them. */
    public static WhiteSpaceSeparation of(List<LabelledText> texts) {
        return new WhiteSpaceSeparation(
                auroc(texts, WhiteSpaceSeparation::lineBreaks),
                auroc(texts, WhiteSpaceSeparation::irregularGaps),
                withLineBreaks(texts, Label.HUMAN),
                withLineBreaks(texts, Label.MACHINE));
    }

    /** How well the better of the two separates, whichever way round, in [0.5, 1]; NaN without both classes. */
    public double strongest() {
        return 0.5 + Math.max(Math.abs(lineBreaks - 0.5), Math.abs(irregularGaps - 0.5));
    }

    private static double auroc(List<LabelledText> texts, ToDoubleFunction<String> blindScore) {
        return Evaluation.auroc(texts.stream()
                .filter(text -> text.label() != null)
                .map(text -> ScoredLabel.of(
                        text.document(), text.label(), OptionalDouble.of(blindScore.applyAsDouble(text.text()))))
                .toList());
    }

    private static Rate withLineBreaks(List<LabelledText> texts, Label label) {
        List<LabelledText> ofClass =
                texts.stream().filter(text -> text.label() == label).toList();
        long hits = ofClass.stream().filter(text -> lineBreaks(text.text()) > 0).count();
        return Rate.of((int) hits, ofClass.size());
    }

    private static long lineBreaks(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /** Runs of white space other than a single space, those at the ends included. */
    private static long irregularGaps(String text) {
        long gaps = 0;
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && WhiteSpace.is(text.charAt(end))) {
                end++;
            }
            boolean inside = start > 0 && end < text.length();
            if (end > start && !(inside && end == start + 1 && text.charAt(start) == ' ')) {
                gaps++;
            }
            start = end + 1;
        }
        return gaps;
    }
}
