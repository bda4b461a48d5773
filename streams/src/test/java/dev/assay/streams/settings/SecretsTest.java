package dev.assay.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "ssl.keystore.key",
                "ssl.keystore.certificate.chain",
                "ssl.truststore.password",
                "sasl.oauthbearer.client.credentials.client.secret",
                "sasl.oauthbearer.assertion.private.key.passphrase",
                "consumer.sasl.jaas.config",
                "main.consumer.ssl.key.password",
                "producer.sasl.oauthbearer.assertion.private.key.passphrase",
                "my.own.interceptor.token",
                "vendor.api.key"
            })
    void knowsKafkasSecrets(String key) {
        Settings settings =
                new SettingsReader().set("kafka." + key + "=open sesame").read();
        assertThat(settings.shownKafka(key)).isEqualTo("********");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security.protocol",
                "sasl.oauthbearer.scope",
                "sasl.oauthbearer.token.endpoint.url",
                "sasl.oauthbearer.client.credentials.client.id",
                "ssl.keystore.location",
                "consumer.session.timeout.ms"
            })
    void showsWhatIsNone(String key) {
        Settings settings = new SettingsReader().set("kafka." + key + "=plain").read();
        assertThat(settings.shownKafka(key)).isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "http://user:pw@registry:8081|http://********@registry:8081",
                "http://a:pw@one,https://b:pw@two/path|http://********@one,https://********@two/path",
                "http://user:p/w@x,y#?@registry/p|http://********@registry/p",
                "no answer from http://token@registry: (HTTP/1.1) a@b|no answer from http://********@registry: (HTTP/1.1) a@b",
                "http://registry:8081/path|http://registry:8081/path",
                "a@b.example|a@b.example",
                "--set schema.registry.user.info=me:pw x (see)|--set schema.registry.user.info=********",
                "'kafka.sasl.jaas.config=x password=\"pw\";'|'kafka.sasl.jaas.config=********",
                "Unmatched argument: 'target.fpr=0.2'|Unmatched argument: 'target.fpr=0.2'"
            })
    void takesThemOutOfLines(String line, String shown) {
        assertThat(Secrets.masked(line)).isEqualTo(shown).doesNotContain("pw");
        assertThat(Secrets.masked(line + "\nnext=1\n")).isEqualTo(shown + "\nnext=1\n");
    }

    @Test
    void takesUsersOutOfAddressesInSettings() {
        Settings settings = new SettingsReader()
                .set("schema.registry.url=http://user:pw@registry")
                .set("kafka.sasl.oauthbearer.token.endpoint.url=https://user:pw@issuer/token")
                .read();
        assertThat(settings.get(SettingTable.REGISTRY_URL)).contains("user:pw");
        assertThat(settings.shown(SettingTable.REGISTRY_URL)).isEqualTo("http://********@registry");
        assertThat(settings.shownKafka("sasl.oauthbearer.token.endpoint.url")).doesNotContain("pw");
    }

    @Test
    void errorsDoNotQuoteThem() {
        assertThatThrownBy(() -> new SettingsReader().set("http.port=http://user:pw@registry"))
                .hasMessageContaining("http.port")
                .hasMessageNotContaining("pw");
        assertThatThrownBy(() -> new SettingsReader().set("open sesame pw"))
                .hasMessageContaining("--set key=value")
                .hasMessageNotContaining("pw");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileOfSettingsIsItsOwnersAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"), "left=by somebody");
        SettingsFile.write(file, Map.of("schema.registry.user.info", "me:pä$$"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Settings read = new SettingsReader().file(file).read();
        assertThat(read.written()).isEqualTo(Map.of("schema.registry.user.info", "me:pä$$"));
    }
}
