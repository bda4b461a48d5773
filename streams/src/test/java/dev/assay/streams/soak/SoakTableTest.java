package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTableTest {
    @Test
    void aRunThatDidNotComeToItsEndHoldsNothing() {
        SoakResult cut = SoakResult.cut(new BrokerKill(), "classic", "the broker did not start");
        assertThat(cut.holds()).isFalse();
        assertThat(cut.breaches()).containsExactly("did not come to its end: the broker did not start");
        assertThat(SoakTable.of(List.of(cut)))
                .last()
                .asString()
                .contains("classic")
                .endsWith("| ✗ 1 breaches |");
    }

    @Test
    void whatThisMachineDoesNotAllowIsNamedAndNoBreach() {
        SoakResult skipped = SoakResult.skipped(new DiskFull(), "classic", "needs the right to mount");
        assertThat(skipped.holds()).isTrue();
        assertThat(SoakTable.of(List.of(skipped))).last().asString().endsWith("| skipped: needs the right to mount |");
    }
}
