package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyPerByteTest extends DetectorContract {
    @Override
    Detector detector() {
        return new EntropyPerByte();
    }

    @Test
    void expectedBitsAByteWhateverWasWritten() {
        double[] mu = {-Math.log(2), -Math.log(8)};
        ScoredText text = Texts.of(Golden.scores(new double[] {-5, -7}, new int[] {1, 1}, mu, new double[2]));
        assertThat(detector().score(text).getAsDouble()).isCloseTo(-2, within(1e-12));
    }
}
