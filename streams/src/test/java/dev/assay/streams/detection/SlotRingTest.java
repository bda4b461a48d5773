package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotRingTest {
    private final SlotRing ring = new SlotRing(3);

    @Test
    void goesRound() {
        assertThat(ring.take()).isZero();
        assertThat(ring.take()).isEqualTo(1);
        ring.release(0);
        assertThat(ring.take()).isEqualTo(2);
        assertThat(ring.take()).isZero();
        assertThat(ring.size()).isEqualTo(3);
    }

    @Test
    void doublesWhereAllSlotsAreTaken() {
        for (int slot = 0; slot < 7; slot++) {
            assertThat(ring.take()).isEqualTo(slot);
        }
        assertThat(ring.size()).isEqualTo(12);
    }

    @Test
    void leavesAloneWhatAnEarlierLifeTook() {
        ring.takeAgain(4);
        ring.takeAgain(1);
        assertThat(new int[] {ring.take(), ring.take(), ring.take(), ring.take()})
                .containsExactly(2, 3, 5, 0);
    }
}
