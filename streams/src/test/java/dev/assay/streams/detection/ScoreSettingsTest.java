package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSettingsTest {
    @ParameterizedTest
    @CsvSource({"0, 500", "100, 500", "110, 500", "150, 2500", "200, 5000", "100000, 5000"})
    void holdsBackTheLongerTheMoreIsPending(int pending, long millis) {
        assertThat(ScoreSettings.of(100, "events", 1 << 20).longestWait(pending))
                .hasMillis(millis);
    }
}
