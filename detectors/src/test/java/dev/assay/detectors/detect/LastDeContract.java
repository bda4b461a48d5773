package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the settings of Lastde on one text have in common, beside {@link DetectorContract}. */
abstract class LastDeContract extends DetectorContract {
    /** s + τ′: fewer tokens give no score. */
    abstract int fewestTokens();

    @Test
    void undefinedBelowOrbitPlusScales() {
        assertThat(detector().score(Texts.noise(fewestTokens() - 1, 0))).isEmpty();
        assertThat(detector().score(Texts.noise(fewestTokens(), 0))).isPresent();
    }

    @Test
    void undefinedWithoutSpread() {
        double[] constant = new double[40];
        Arrays.fill(constant, -2);
        assertThat(detector().score(Texts.of(constant))).isEmpty();
    }

    @Test
    void cosinesIgnoreTheScale() {
        double[] x = Texts.noise(200, 0).scores().logProbs();
        double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
        double once = detector().score(Texts.of(x)).getAsDouble();
        assertThat(detector().score(Texts.of(twice))).hasValue(2 * once);
    }
}
