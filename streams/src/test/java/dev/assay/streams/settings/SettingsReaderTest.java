package dev.assay.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
    }

    @Test
    void passesOverUnknownVariablesInOneLine() {
        Settings settings = new SettingsReader()
                .environment(Map.of("ASSAY_WINDOWS", "1", "ASSAY_WINDOW", "128"))
                .read();
        assertThat(settings.get(SettingTable.WINDOW)).isEqualTo(128);
        assertThat(settings.passedOver()).singleElement(STRING).contains("ASSAY_WINDOWS:", "is ASSAY_WINDOW ");
        assertThat(settings.with(SettingTable.WINDOW, "64", "test").passedOver())
                .hasSize(1);
    }

    @Test
    void ignoresWhatKubernetesPutsThereForServices() {
        Map<String, String> variables = new HashMap<>();
        for (String service : List.of("ASSAY", "ASSAY_HTTP", "ASSAY_KAFKA", "ASSAY_2")) {
            variables.put(service + "_SERVICE_HOST", "10.0.0.1");
            variables.put(service + "_SERVICE_PORT", "8080");
            variables.put(service + "_SERVICE_PORT_HTTP_METRICS", "8080");
            variables.put(service + "_PORT", "tcp://10.0.0.1:8080");
            for (String port : List.of("_PORT_8080_TCP", "_PORT_53_UDP", "_PORT_53_SCTP")) {
                variables.put(service + port, "tcp://10.0.0.1:8080");
                variables.put(service + port + "_PROTO", "tcp");
                variables.put(service + port + "_PORT", "8080");
                variables.put(service + port + "_ADDR", "10.0.0.1");
            }
        }
        Settings settings = new SettingsReader().environment(variables).read();
        assertThat(settings.passedOver()).isEmpty();
        assertThat(settings.written()).isEmpty();
        assertThat(settings.get(SettingTable.HTTP_PORT)).isEqualTo(8080);
    }

    @Test
    void takesAPortThatIsNoService() {
        Settings settings = new SettingsReader()
                .environment(Map.of("ASSAY_HTTP_PORT", "9090"))
                .read();
        assertThat(settings.get(SettingTable.HTTP_PORT)).isEqualTo(9090);
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
