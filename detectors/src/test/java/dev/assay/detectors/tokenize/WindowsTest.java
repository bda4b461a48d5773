package dev.assay.detectors.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
    @Test
    void aShortTextIsOneWindow() {
        assertThat(Windows.cover(10, 16)).containsExactly(new Window(0, 0, 10));
        assertThat(Windows.cover(16, 16)).containsExactly(new Window(0, 0, 16));
    }

    @Test
    void aLongerTextIsScoredHalfAWindowAtATime() {
        assertThat(Windows.cover(35, 16))
                .containsExactly(
                        new Window(0, 0, 16), new Window(8, 16, 24), new Window(16, 24, 32), new Window(24, 32, 35));
    }

    @Test
    void noTokensNeedNoWindow() {
        assertThat(Windows.cover(0, 16)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 100, 1024, 2000})
    void everyTokenIsScoredOnce(int n) {
        for (int size : new int[] {2, 3, 16, 17}) {
            List<Window> windows = Windows.cover(n, size);
            int scored = 0;
            for (Window window : windows) {
                assertThat(window.scoreFrom()).isEqualTo(scored).isGreaterThanOrEqualTo(window.start());
                assertThat(window.length()).isLessThanOrEqualTo(size);
                scored += window.scored();
            }
            assertThat(scored).isEqualTo(n);
        }
    }

    @Test
    void aWindowOfOneIsRefused() {
        assertThatThrownBy(() -> Windows.cover(5, 1)).hasMessageContaining("window");
    }
}
