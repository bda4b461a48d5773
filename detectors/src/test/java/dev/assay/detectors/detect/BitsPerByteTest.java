package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BitsPerByteTest extends DetectorContract {
    @Override
    Detector detector() {
        return new BitsPerByte();
    }

    @Test
    void oneBitAByte() {
        double bit = -Math.log(2);
        assertThat(detector().score(Texts.of(bit, bit)).getAsDouble()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void countsBytesNotCharacters() {
        ScoredText twoBytes = new ScoredText(
                Golden.tokens("é", new int[] {0}), Texts.of(-2 * Math.log(2)).scores(), Optional.empty());
        assertThat(detector().score(twoBytes).getAsDouble()).isCloseTo(-1, within(1e-12));
    }
}
