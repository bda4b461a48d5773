package dev.assay.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    Path folder;

    @Test
    void laterSourcesWin() throws IOException {
        Path file = Files.writeString(
                folder.resolve("assay.properties"), "target.fpr=0.02\nwindow=128\nmin.tokens=32\nlanguages=en, de\n");
        Settings settings = new SettingsReader()
                .file(file)
                .environment(Map.of("ASSAY_WINDOW", "256", "ASSAY_MIN_TOKENS", "48", "HOME", "/", "ASSAY_CACHE", "/c"))
                .set("min.tokens=80")
                .read();
        assertThat(settings.get(SettingTable.TARGET_FPR)).isEqualTo(0.02);
        assertThat(settings.get(SettingTable.WINDOW)).isEqualTo(256);
        assertThat(settings.get(SettingTable.MIN_TOKENS)).isEqualTo(80);
        assertThat(settings.get(SettingTable.LANGUAGES)).containsExactly("en", "de");
        assertThat(settings.get(SettingTable.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.origin(SettingTable.TARGET_FPR)).isEqualTo("file " + file);
        assertThat(settings.origin(SettingTable.WINDOW)).isEqualTo("variable ASSAY_WINDOW");
        assertThat(settings.origin(SettingTable.MIN_TOKENS)).isEqualTo("--set");
        assertThat(settings.origin(SettingTable.HTTP_PORT)).isEqualTo("default");
    }

    @Test
    void handsKafkaSettingsThrough() {
        Settings settings = new SettingsReader()
                .environment(Map.of("ASSAY_KAFKA_SECURITY_PROTOCOL", "SSL"))
                .set("kafka.sasl.jaas.config=a=b")
                .read();
        assertThat(settings.kafka()).isEqualTo(Map.of("security.protocol", "SSL", "sasl.jaas.config", "a=b"));
        assertThat(settings.shownKafka("sasl.jaas.config")).isEqualTo("********");
        assertThat(settings.shownKafka("security.protocol")).isEqualTo("SSL");
    }

    @Test
    void masksSecrets() {
        Settings settings = new SettingsReader()
                .set("schema.registry.user.info=me:open sesame")
                .read();
        assertThat(settings.get(SettingTable.REGISTRY_USER)).isEqualTo("me:open sesame");
        assertThat(settings.shown(SettingTable.REGISTRY_USER)).isEqualTo("********");
        assertThat(settings.shown(SettingTable.REGISTRY_TOKEN)).isEmpty();
    }

    @Test
    void namesAnUnknownSettingAndTheNearest() {
        assertThatThrownBy(() -> new SettingsReader().set("target.fp=1"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("target.fp ")
                .hasMessageContaining("target.fpr")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> new SettingsReader().environment(Map.of("ASSAY_WINDOWS", "1")))
                .hasMessageContaining("ASSAY_WINDOWS")
                .hasMessageContaining("is ASSAY_WINDOW ");
    }

    @Test
    void saysWhatAValueMustBe() {
        assertThatThrownBy(() -> new SettingsReader().set("target.fpr=lots"))
                .hasMessage("setting target.fpr (--set): 'lots' will not do; give number, 0.0001 to 0.5.");
        assertThatThrownBy(() -> new SettingsReader().set("target.fpr=0.9")).hasMessageContaining("0.9");
        assertThatThrownBy(() -> new SettingsReader().set("output.format=xml")).hasMessageContaining("avro | json");
        assertThatThrownBy(() -> new SettingsReader().set("window")).hasMessageContaining("--set key=value");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none.properties");
        assertThatThrownBy(() -> new SettingsReader().file(file)).hasMessageContaining(file.toString());
    }

    @Test
    void tableHasEachKeyOnceWithASentenceAndADefaultInRange() {
        assertThat(SettingTable.all())
                .doesNotHaveDuplicates()
                .extracting(Setting::key)
                .doesNotHaveDuplicates();
        for (Setting<?> setting : SettingTable.all()) {
            assertThat(setting.sentence()).as(setting.key()).endsWith(".");
            assertThat(accepts(setting)).as(setting.key()).isTrue();
        }
    }

    private static <T> boolean accepts(Setting<T> setting) {
        return setting.parse(setting.shownFallback(), "test").equals(setting.fallback());
    }

    @Test
    void findsTheNearestWord() {
        assertThat(NearestKey.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestKey.distance("", "abc")).isEqualTo(3);
    }
}
