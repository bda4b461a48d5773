package dev.assay.detectors.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    @Test
    void runsOfFourThatCameBefore() {
        // 12345 123456: of eight runs 1234 and 2345 come again
        assertThat(Repetition.share(new int[] {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6}))
                .isEqualTo(2.0 / 8);
    }

    @Test
    void aWordOverAndOver() {
        assertThat(Repetition.share(new int[1000])).isEqualTo(1 - 1.0 / 997);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8192})
    void tokensThatAllDiffer(int n) {
        assertThat(Repetition.share(IntStream.range(0, n).toArray())).isZero();
    }
}
