package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void pairedTextsStandOrFallTogether() {
        // every text comes four times: resampled apart, the interval would be half as wide
        Estimate once = area(repeated(1));
        Estimate fourTimes = area(repeated(4));
        assertThat(fourTimes.value()).isCloseTo(once.value(), within(1e-12));
        assertThat(fourTimes.low()).isCloseTo(once.low(), within(1e-12));
        assertThat(fourTimes.high()).isCloseTo(once.high(), within(1e-12));
    }

    @Test
    void widthIsThatOfTheNormalApproximation() {
        // uniform against uniform: standard error of the area √((2n + 1) / 12n²), about 0.041 for n = 100
        Estimate area = area(repeated(1));
        assertThat(area.high() - area.low()).isBetween(3 * 0.041, 5 * 0.041);
    }

    @Test
    void perfectSeparationHasNoWidth() {
        Estimate area = area(ScoredTexts.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}));
        assertThat(area).isEqualTo(new Estimate(1, 1, 1));
    }

    private static Estimate area(List<ScoredLabel> texts) {
        return new Bootstrap(RankedScores.of(texts), EvaluationSettings.at(0.05)).estimate(Roc::area);
    }

    private static List<ScoredLabel> repeated(int times) {
        Random random = new Random(9);
        List<ScoredLabel> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Label label = i % 2 == 0 ? Label.HUMAN : Label.MACHINE;
            double score = random.nextDouble();
            for (int copy = 0; copy < times; copy++) {
                texts.add(ScoredLabel.of(DocumentIdentity.of("document " + i), label, OptionalDouble.of(score)));
            }
        }
        return texts;
    }
}
