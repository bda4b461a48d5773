package dev.assay.detectors.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 70 tokens of two channels, each state (1, −2) behind layer 4 and (group, 0) behind layer 6. */
class PooledStatesTest {
    private static final PooledStates STATES = new PooledStates(
            List.of(4, 6), new int[] {32, 32, 6}, new float[][] {{32, -64, 32, -64, 6, -12}, {0, 0, 32, 0, 12, 0}});
    private static final PooledStates NONE = new PooledStates(List.of(4), new int[0], new float[1][0]);

    @Test
    void meansAreOverTokensNotOverGroups() {
        assertThat(STATES.mean(4)).containsExactly(1, -2);
        assertThat(STATES.mean(6)).containsExactly((32 + 12) / 70.0, 0);
        assertThat(STATES.mean(6, 1, 3)).containsExactly((32 + 12) / 38.0, 0);
        assertThat(STATES.mean(6, 2, 3)).containsExactly(2, 0);
    }

    @Test
    void aSliceHasTheGroupsThatLieInItWholly() {
        assertThat(counts(STATES.slice(0, 70))).containsExactly(32, 32, 6);
        assertThat(counts(STATES.slice(1, 70))).containsExactly(32, 6);
        assertThat(counts(STATES.slice(32, 69))).containsExactly(32);
        assertThat(counts(STATES.slice(33, 63))).isEmpty();
        assertThat(counts(STATES.slice(65, 70))).isEmpty();
        assertThat(STATES.slice(32, 70).mean(6, 0, 1)).containsExactly(1, 0);
        assertThat(counts(STATES.slice(32, 70).slice(32, 38))).containsExactly(6);
        assertThat(counts(NONE.slice(0, 0))).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> STATES.mean(5)).hasMessage("layer 5 is none of [4, 6]");
        assertThatThrownBy(() -> STATES.mean(4, 1, 1)).hasMessage("groups 1 to 1 of 3");
        assertThatThrownBy(() -> STATES.mean(4, 2, 4)).hasMessage("groups 2 to 4 of 3");
        assertThatThrownBy(() -> NONE.mean(4)).hasMessage("groups 0 to 0 of 0");
    }

    private static int[] counts(PooledStates states) {
        return IntStream.range(0, states.groups()).map(states::tokens).toArray();
    }
}
