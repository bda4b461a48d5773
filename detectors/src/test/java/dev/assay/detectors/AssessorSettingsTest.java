package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssessorSettingsTest {
    private static AssessorSettings settings(Set<String> languages, int threads) {
        return new AssessorSettings(
                List.of(), "bits-per-byte", "dc-pdd", 0.01, 64, 8192, 1024, 0.05, languages, List.of(), "", threads);
    }

    @Test
    void theHashNamesWhatTouchesDecisions() {
        AssessorSettings defaults = AssessorSettings.defaults();

        assertThat(defaults.withTargetFpr(0.05).hash()).isNotEqualTo(defaults.hash());
        assertThat(defaults.withDetectors(List.of("lrr")).hash()).isNotEqualTo(defaults.hash());
        assertThat(defaults.withCalibrations(List.of("none")).hash()).isNotEqualTo(defaults.hash());
    }

    @Test
    void theHashIgnoresThreadsAndTheOrderOfLanguages() {
        assertThat(settings(Set.of("en", "de", "fr"), 1).hash())
                .isEqualTo(settings(Set.of("fr", "en", "de"), 4).hash())
                .hasSize(64);
    }

    @Test
    void aWrongSettingIsNamedWithItsRange() {
        assertThatThrownBy(() -> AssessorSettings.defaults().withTargetFpr(1))
                .hasMessage("setting target-fpr is 1.0: set it to between 0 and 1");
        assertThatThrownBy(() -> settings(Set.of(), 1)).hasMessageContaining("setting languages");
        assertThatThrownBy(() -> settings(Set.of("en"), 0)).hasMessageContaining("setting threads is 0");
    }
}
