package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelativeSurprisalTest extends DetectorContract {
    @Override
    Detector detector() {
        return new RelativeSurprisal();
    }

    @Test
    void surprisalOverRarity() {
        // Two tokens that the reference holds once each: q = (1 + 1) / (2 + 2), u = ln 2
        assertThat(detector().score(Texts.of(-Math.log(2), -Math.log(8))).getAsDouble())
                .isCloseTo(-2, within(1e-12));
    }

    @Test
    void undefinedWithoutReference() {
        ScoredText text = Texts.of(-1, -2);
        assertThat(detector().score(new ScoredText(text.tokens(), text.scores(), Optional.empty())))
                .isEmpty();
    }
}
