package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    @Test
    void hasDefaultsThatRegisterNothing() {
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "https://r.example:8081/api/"));
        assertThat(settings.place()).isEqualTo("[https://r.example:8081/api]");
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.rounds()).isEqualTo(4);
        assertThat(settings.autoRegister()).isFalse();
        assertThat(settings.useLatest()).isFalse();
    }

    @Test
    void readsListsAndTheLongKeys() {
        var settings = RegistrySettings.from(Map.of(
                "schema.registry.url",
                List.of("http://a", "http://b"),
                "schema.registry.basic.auth.user.info",
                "u:p",
                "auto.register.schemas",
                true));
        assertThat(settings.endpoints())
                .hasSize(2)
                .allMatch(e -> e.authorization().isPresent());
        assertThat(settings.autoRegister()).isTrue();
    }

    @Test
    void showsNoCredentials() {
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "http://ann:secret@a:1"));
        assertThat(settings.toString()).contains("http://a:1").doesNotContain("secret", "Basic");
    }

    @Test
    void namesAMissingUrl() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://a", "http://a b:secret@c", "http:///x"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "auto.register.schemas, yes",
        "max.retries, -1",
        "http.read.timeout.ms, soon",
        "basic.auth.credentials.source, SASL_INHERIT",
        "bearer.auth.credentials.source, OAUTHBEARER"
    })
    void namesAWrongSetting(String key, String value) {
        var config = Map.of("schema.registry.url", "http://a", key, value);
        assertThatThrownBy(() -> RegistrySettings.from(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @Test
    void namesCredentialsThatAreMissing() {
        assertThatThrownBy(() -> RegistrySettings.from(
                        Map.of("schema.registry.url", "http://a", "basic.auth.credentials.source", "USER_INFO")))
                .hasMessageContaining("basic.auth.user.info");
        assertThatThrownBy(() -> RegistrySettings.from(
                        Map.of("schema.registry.url", "http://a", "bearer.auth.credentials.source", "STATIC_TOKEN")))
                .hasMessageContaining("bearer.auth.token");
    }
}
