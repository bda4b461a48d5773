package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DcPddTest extends DetectorContract {
    @Override
    Detector detector() {
        return new DcPdd();
    }

    @Test
    void calibratedByTheReference() {
        // p = 1/2 at 16 tokens that the reference holds once each: q = (1 + 1) / (16 + 16)
        ScoredText text = Texts.of(halves(16));
        assertThat(new DcPdd(10).score(text).getAsDouble()).isCloseTo(0.5 * Math.log(16), within(1e-12));
        assertThat(detector().score(text).getAsDouble()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void countsOnlyFirstOccurrences() {
        ScoredText once = Texts.of(halves(16));
        double[] x = Arrays.copyOf(once.scores().logProbs(), 17); // the repeated token has p = 1
        int[] ids = Arrays.copyOf(once.tokens().ids(), 17);
        ScoredText again =
                new ScoredText(Golden.tokens("a".repeat(17), ids), Texts.of(x).scores(), once.frequencies());
        assertThat(new DcPdd(10).score(again)).isEqualTo(new DcPdd(10).score(once));
    }

    @Test
    void undefinedBelow16DistinctTokensAndWithoutReference() {
        ScoredText text = Texts.of(halves(16));
        assertThat(detector().score(Texts.of(halves(15)))).isEmpty();
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), Optional.empty())))
                .isEmpty();
    }

    private static double[] halves(int n) {
        double[] x = new double[n];
        Arrays.fill(x, Math.log(0.5));
        return x;
    }
}
