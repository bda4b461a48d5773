package dev.assay.detectors.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the scores of both classes lie.
 *
 * @param low where the first bin begins
 * @param width of a bin, above 0
 * @param humans share of the human texts with a score in each bin (bins); all 0 without any
 * @param machines the same of the machine texts (bins)
 */
public record ScoreHistogram(double low, double width, List<Double> humans, List<Double> machines) {

    /** Of the finite scores, in about so many bins whose edges are round numbers. */
    public static ScoreHistogram of(List<ScoredLabel> texts, int about) {
        List<ScoredLabel> scored =
                texts.stream().filter(text -> Double.isFinite(score(text))).toList();
        double lowest = scored.stream().mapToDouble(ScoreHistogram::score).min().orElse(0);
        double highest =
                scored.stream().mapToDouble(ScoreHistogram::score).max().orElse(0);
        double width = round((highest - lowest) / about);
        double low = Math.floor(lowest / width) * width;
        int bins = (int) ((highest - low) / width) + 1;
        return new ScoreHistogram(
                low, width, shares(scored, false, low, width, bins), shares(scored, true, low, width, bins));
    }

    /** The next of 1, 2 and 5 times a power of ten; 1 for no width. */
    private static double round(double width) {
        if (width <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        return power
                * DoubleStream.of(1, 2, 5)
                        .filter(step -> step * power >= width)
                        .findFirst()
                        .orElse(10);
    }

    private static List<Double> shares(List<ScoredLabel> texts, boolean machine, double low, double width, int bins) {
        List<Integer> places = texts.stream()
                .filter(text -> text.isMachine() == machine)
                .map(text -> Math.min(bins - 1, (int) ((score(text) - low) / width)))
                .toList();
        return IntStream.range(0, bins)
                .mapToObj(bin -> places.isEmpty() ? 0 : (double) Collections.frequency(places, bin) / places.size())
                .toList();
    }

    private static double score(ScoredLabel text) {
        return text.score().orElse(Double.NaN);
    }
}
