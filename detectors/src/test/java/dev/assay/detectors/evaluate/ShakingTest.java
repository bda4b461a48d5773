package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.score.TokenScores;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShakingTest {
    private static final int TOKENS = 10_000;
    private static final TokenScores SCORES =
            new TokenScores(values(-3), new int[TOKENS], values(-2), values(5), new double[][] {values(-1), values(0)});

    @Test
    void movesEveryLogProbAHundredthOnAverage() {
        TokenScores shaken = Shaking.of(SCORES, "a", 0);
        assertThat(meanMove(SCORES.logProbs(), shaken.logProbs())).isBetween(0.0097, 0.0103);
        assertThat(meanMove(SCORES.sampledLogProbs()[0], shaken.sampledLogProbs()[0]))
                .isBetween(0.0097, 0.0103);
        assertThat(shaken.meanLogProbs()).isEqualTo(SCORES.meanLogProbs());
    }

    @Test
    void noProbabilityExceedsOne() {
        assertThat(Arrays.stream(Shaking.of(SCORES, "a", 0).sampledLogProbs()[1]))
                .allMatch(logProb -> logProb <= 0);
    }

    @Test
    void dependsOnTextAndRoundAlone() {
        double[] first = Shaking.of(SCORES, "a", 0).logProbs();
        assertThat(Shaking.of(SCORES, "a", 0).logProbs()).isEqualTo(first);
        assertThat(Shaking.of(SCORES, "a", 1).logProbs()).isNotEqualTo(first);
        assertThat(Shaking.of(SCORES, "b", 0).logProbs()).isNotEqualTo(first);
    }

    private static double meanMove(double[] before, double[] after) {
        return IntStream.range(0, TOKENS)
                .mapToDouble(j -> Math.abs(after[j] - before[j]))
                .average()
                .orElseThrow();
    }

    private static double[] values(double value) {
        double[] values = new double[TOKENS];
        Arrays.fill(values, value);
        return values;
    }
}
