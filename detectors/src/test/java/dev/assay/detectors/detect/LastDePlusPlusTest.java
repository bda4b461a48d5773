package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.detectors.score.TokenScores;
import org.junit.jupiter.api.Test;

class LastDePlusPlusTest extends DetectorContract {
    @Override
    Detector detector() {
        return new LastDePlusPlus();
    }

    @Test
    void textThatIsOneOfTwoSamples() {
        // the distance from the mean of two is half of theirs, and their deviation is 1/√2 of theirs
        ScoredText noise = Texts.noise(100, 1);
        double[] own = noise.scores().logProbs();
        double[] other = noise.scores().sampledLogProbs()[0];
        double score = detector().score(with(noise, own, other)).getAsDouble();
        assertThat(Math.abs(score)).isCloseTo(1 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void undefinedWithoutTwoSamplesThatDiffer() {
        ScoredText noise = Texts.noise(100, 0);
        double[] own = noise.scores().logProbs();
        assertThat(detector().score(noise)).isEmpty();
        assertThat(detector().score(with(noise, own))).isEmpty();
        assertThat(detector().score(with(noise, own, own))).isEmpty();
    }

    @Test
    void undefinedBelow19Tokens() {
        assertThat(detector().score(Texts.noise(18, 100))).isEmpty();
        assertThat(detector().score(Texts.noise(24, 100))).isPresent();
    }

    private static ScoredText with(ScoredText text, double[]... samples) {
        TokenScores s = text.scores();
        return Texts.of(new TokenScores(s.logProbs(), s.ranks(), s.meanLogProbs(), s.meanSquaredLogProbs(), samples));
    }
}
