package dev.assay.streams.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionBoundsTest {
    @Test
    void isAsGivenElseShortElseTheBrokersLeast() {
        assertThat(SessionBounds.choose(Optional.of(45_000), () -> Optional.of(6000)))
                .isEqualTo(45_000);
        assertThat(SessionBounds.choose(Optional.empty(), () -> Optional.of(1000)))
                .isEqualTo(6000);
        assertThat(SessionBounds.choose(Optional.empty(), () -> Optional.of(30_000)))
                .isEqualTo(30_000);
        assertThat(SessionBounds.choose(Optional.empty(), Optional::empty)).isEqualTo(6000);
    }
}
