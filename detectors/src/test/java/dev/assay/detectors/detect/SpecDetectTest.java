package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecDetectTest extends DetectorContract {
    @Override
    Detector detector() {
        return new SpecDetect();
    }

    @Test
    void oneSwingOverAnEvenText() {
        // 2 cos at frequency 1: |F₁ / n| = 1
        assertThat(swing(8, 1)).isCloseTo(-1, within(1e-12));
        assertThat(swing(9, 1)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void highestFrequencyIsLeftOut() {
        assertThat(swing(8, 4)).isCloseTo(0, within(1e-12));
        assertThat(swing(9, 4)).isCloseTo(0, within(1e-12));
        assertThat(swing(9, 3)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void sameAsTheTransform() {
        for (int n = 2; n <= 65; n++) {
            double[] x = Texts.noise(n, 0).scores().logProbs();
            assertThat(detector().score(Texts.of(x)).getAsDouble()).isCloseTo(-lowerHalf(x), within(1e-12));
        }
    }

    private double swing(int n, int frequency) {
        double[] x = IntStream.range(0, n)
                .mapToDouble(j -> 2 * Math.cos(2 * Math.PI * frequency * j / n) - 5)
                .toArray();
        return detector().score(Texts.of(x)).getAsDouble();
    }

    /** Σ |F_k / n|² over k < ⌊n/2⌋, frequency by frequency. */
    private static double lowerHalf(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double sum = 0;
        for (int k = 0; k < x.length / 2; k++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < x.length; j++) {
                re += (x[j] - mean) * Math.cos(2 * Math.PI * k * j / x.length);
                im += (x[j] - mean) * Math.sin(2 * Math.PI * k * j / x.length);
            }
            sum += (re * re + im * im) / x.length / x.length;
        }
        return sum;
    }
}
