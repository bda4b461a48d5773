package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsKillTest {
    private static final Instant ONE = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant TWO = ONE.plusSeconds(60);

    @Test
    void minutesThatAddUpAreNoBreach() {
        assertThat(MetricsKill.differences(Map.of(ONE, 7L, TWO, 3L), Map.of(TWO, 3L, ONE, 7L)))
                .isEmpty();
    }

    @Test
    void eachMinuteCountsForItself() {
        assertThat(MetricsKill.differences(Map.of(ONE, 7L, TWO, 3L), Map.of(ONE, 8L, TWO, 2L)))
                .hasSize(2)
                .first()
                .isEqualTo("MinutesAddUp: minute " + ONE + " has 7 verdicts, and the metrics count 8");
        assertThat(MetricsKill.differences(Map.of(ONE, 7L), Map.of())).hasSize(1);
        assertThat(MetricsKill.differences(Map.of(), Map.of(ONE, 1L))).hasSize(1);
    }
}
