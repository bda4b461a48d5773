package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Percentile bootstrap over documents. A resample that lost a class says nothing and is left out. */
final class Bootstrap {
    private final Roc whole;
    private final List<Roc> resamples = new ArrayList<>();

    Bootstrap(RankedScores scores, EvaluationSettings settings) {
        whole = scores.roc(scores.evenWeights());
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] weights = new int[scores.documents()];
        for (int i = 0; i < settings.resamples() && whole.hasBothClasses(); i++) {
            draw(weights, random);
            Roc resample = scores.roc(weights);
            if (resample.hasBothClasses()) {
                resamples.add(resample);
            }
        }
    }

    Estimate estimate(ToDoubleFunction<Roc> statistic) {
        double[] values = resamples.stream().mapToDouble(statistic).sorted().toArray();
        return new Estimate(statistic.applyAsDouble(whole), quantile(values, 0.025), quantile(values, 0.975));
    }

    private static void draw(int[] weights, SplittableRandom random) {
        Arrays.fill(weights, 0);
        for (int i = 0; i < weights.length; i++) {
            weights[random.nextInt(weights.length)]++;
        }
    }

    /** Of sorted values, interpolated; NaN of none. */
    private static double quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = q * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
