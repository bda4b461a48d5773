package dev.assay.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationIdTest {
    @ParameterizedTest
    @CsvSource({
        "'', assay., assay-detection",
        "'', team.a., team.a-detection",
        "'', team_, team-detection",
        "'', '', detection",
        "'', ..., detection",
        "mine, team., mine"
    })
    void isThePrefixsUnlessGiven(String given, String prefix, String id) {
        Settings settings = Settings.defaults()
                .with(SettingTable.TOPIC_PREFIX, prefix, "test")
                .with(SettingTable.APPLICATION_ID, given, "test");
        assertThat(Detection.applicationId(settings)).isEqualTo(id);
    }
}
