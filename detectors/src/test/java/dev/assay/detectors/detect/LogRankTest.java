package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogRankTest extends DetectorContract {
    @Override
    Detector detector() {
        return new LogRank();
    }

    @Test
    void meanOverRanks() {
        ScoredText text = Texts.of(Golden.scores(new double[2], new int[] {1, 9}, new double[2], new double[2]));
        assertThat(detector().score(text).getAsDouble()).isCloseTo(-Math.log(3), within(1e-12));
    }

    @Test
    void firstGuessesGivePlainZero() {
        assertThat(detector().score(Texts.of(-1, -1))).hasValue(0);
    }
}
