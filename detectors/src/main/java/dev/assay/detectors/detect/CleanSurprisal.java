package dev.assay.detectors.detect;

import dev.assay.detectors.corpus.ReferenceFrequencies;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * {@code relative-surprisal} where the context is clean: <b>−mean(s/u)</b> over tokens with s ≤ 8 nats whose predecessor has s ≤ 8 nats too, s
 * the surprisal and u the rarity; at most 0; higher means machine. A misspelt or exchanged word costs much itself and makes the next
 * one costly, whoever wrote the text; leaving both out keeps the direction of the score under such attacks.
 *
 * <p>Source: Assay's own, found by experiment.
 *
 * <p>With fewer than 8 such tokens the predecessor does not count, with fewer than 4 of those either every token is taken. Undefined without
 * reference frequencies and for no tokens.
 */
public final class CleanSurprisal implements Detector {
    /** Its name in settings and fits. */
    public static final String NAME = "clean-surprisal";

    private static final double MOST_NATS = 8;
    private static final int FEWEST_IN_CLEAN_CONTEXT = 8;
    private static final int FEWEST_CLEAN = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return text.frequencies().map(reference -> score(text, reference)).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble score(ScoredText text, ReferenceFrequencies reference) {
        double[] x = text.scores().logProbs();
        double[] ratios = Rarity.ratios(text, reference);
        IntPredicate clean = j -> x[j] >= -MOST_NATS;
        double[] kept = where(ratios, j -> clean.test(j) && (j == 0 || clean.test(j - 1)));
        if (kept.length < FEWEST_IN_CLEAN_CONTEXT) {
            kept = where(ratios, clean);
        }
        return Sequence.mean(kept.length < FEWEST_CLEAN ? ratios : kept);
    }

    private static double[] where(double[] values, IntPredicate kept) {
        return IntStream.range(0, values.length)
                .filter(kept)
                .mapToDouble(j -> values[j])
                .toArray();
    }
}
