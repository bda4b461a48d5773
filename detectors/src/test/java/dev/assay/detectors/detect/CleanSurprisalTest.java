package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanSurprisalTest extends DetectorContract {
    @Override
    Detector detector() {
        return new CleanSurprisal();
    }

    @Test
    void corruptedTokensAndTheirNeighboursAreLeftOut() {
        double[] x = filled(12, -1);
        x[4] = -8.5; // corrupted
        x[5] = -3; // behind it
        assertThat(units(x)).isCloseTo(-1, within(1e-12));
        x[6] = -3; // in clean context again
        assertThat(units(x)).isCloseTo(-12.0 / 10, within(1e-12));
    }

    @Test
    void eightNatsAreClean() {
        double[] x = filled(12, -1);
        x[4] = -8;
        assertThat(units(x)).isCloseTo(-19.0 / 12, within(1e-12));
    }

    @Test
    void withFewerThan8InCleanContextTheContextDoesNotCount() {
        double[] x = {-9, -1, -9, -1, -9, -1, -9, -1};
        assertThat(units(x)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void withFewerThan4CleanAllCount() {
        double[] x = {-9, -9, -9, -1, -1, -1};
        assertThat(units(x)).isCloseTo(-5, within(1e-12));
    }

    @Test
    void undefinedWithoutReference() {
        ScoredText text = Texts.of(-1, -2);
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), Optional.empty())))
                .isEmpty();
    }

    /** The score in units of the rarity that all tokens of a made text have: q = (1 + 1) / (n + n). */
    private double units(double[] x) {
        return detector().score(Texts.of(x)).getAsDouble() * Math.log(x.length);
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }
}
