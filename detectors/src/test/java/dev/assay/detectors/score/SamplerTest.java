package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final int VOCABULARY = 1000;

    /** ln p of a distribution with p(v) ∝ v + 1 over part of the vocabulary; each entry has its own value. */
    private static double fill(float[] row) {
        double total = VOCABULARY * (VOCABULARY + 1) / 2.0;
        for (int v = 0; v < VOCABULARY; v++) {
            row[v] = (float) Math.log((v + 1) / total);
        }
        return total;
    }

    private static int entry(double logProb, double total) {
        return (int) Math.round(Math.exp(logProb) * total) - 1;
    }

    private static double[][] draw(String text, int samples, int tokens) {
        Sampler sampler = new Sampler(new Uniforms("source", text), samples, VOCABULARY);
        fill(sampler.row());
        double[][] into = new double[samples][tokens];
        for (int j = 0; j < tokens; j++) {
            sampler.draw(j, into);
        }
        return into;
    }

    @Test
    void everySampleInvertsItsOwnUniform() {
        Uniforms uniforms = new Uniforms("source", "text");
        double[][] drawn = draw("text", 50, 40);
        double[] u = new double[50];
        double total = VOCABULARY * (VOCABULARY + 1) / 2.0;
        for (int j = 0; j < 40; j++) {
            uniforms.fill(j, u);
            for (int c = 0; c < 50; c++) {
                double v = entry(drawn[c][j], total) + 1;
                assertThat(u[c]).isBetween(v * (v - 1) / 2 / total - 1e-6, v * (v + 1) / 2 / total + 1e-6);
            }
        }
    }

    @Test
    void aSampleSaysNothingOfItsNeighbour() {
        int tokens = 400;
        int samples = 100;
        double[][] x = draw("independence", samples, tokens);
        double mean = 0;
        for (double[] row : x) {
            for (double value : row) {
                mean += value / samples / tokens;
            }
        }
        double covariance = 0;
        double variance = 0;
        for (double[] row : x) {
            for (int j = 1; j < tokens; j++) {
                covariance += (row[j] - mean) * (row[j - 1] - mean);
                variance += (row[j] - mean) * (row[j] - mean);
            }
        }
        // One standard error is 1 / √39,900 = 0.005; samples kept in sorted order would correlate at nearly 1.
        assertThat(covariance / variance).isCloseTo(0, within(0.025));
    }

    @Test
    void fewerSamplesAreTheFirstOfMore() {
        assertThat(draw("text", 10, 5)).isDeepEqualTo(Arrays.copyOf(draw("text", 100, 5), 10));
    }

    @Test
    void anotherTextDrawsOtherSamples() {
        assertThat(draw("text", 10, 5)[0]).isNotEqualTo(draw("Text", 10, 5)[0]);
        assertThat(draw("text", 10, 5)[0]).isEqualTo(draw("text", 10, 5)[0]);
    }

    @Test
    void aCertainTokenIsAlwaysDrawn() {
        Sampler sampler = new Sampler(new Uniforms("source", "text"), 30, VOCABULARY);
        Arrays.fill(sampler.row(), -200f);
        sampler.row()[617] = 0;
        double[][] into = new double[30][1];
        sampler.draw(0, into);
        for (double[] row : into) {
            assertThat(row[0]).isZero();
        }
    }

    @Test
    void tooManySamplesAreRefused() {
        assertThatThrownBy(() -> new Sampler(new Uniforms("s", "t"), 2049, 10)).hasMessageContaining("2048");
    }
}
