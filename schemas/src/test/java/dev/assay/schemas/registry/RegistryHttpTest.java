package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHttpTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    // Port 1 is reserved: nothing listens there.
    private static final String NOBODY = "http://127.0.0.1:1";

    private FakeRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeRegistry();
        server.schemas().register("s", TEXT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{}'",
        "503, ''",
        "429, '{}'",
        "408, '{}'",
        "200, '<html>'",
        "200, ''",
        "200, '[1]'",
        "404, '<html>'"
    })
    void triesAgainAfterWhatPasses(int status, String body) {
        server.plan(status, body);
        assertThat(server.client().byId(1)).isEqualTo(TEXT);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void triesAgainAfterSilence() {
        server.planSilence();
        assertThat(server.client("http.read.timeout.ms", "100").byId(1)).isEqualTo(TEXT);
    }

    @Test
    void givesUpAndNamesTheRemedy() {
        for (int i = 0; i < 5; i++) { // the last one is asked whether it answers anything else
            server.plan(500, "{\"error_code\":50001,\"message\":\"secret\"}");
        }
        assertThatThrownBy(() -> server.client("max.retries", "3").byId(1))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining(server.url())
                .hasMessageContaining("schema id 1")
                .hasMessageContaining("HTTP 500")
                .hasMessageContaining("4 rounds")
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContaining("secret");
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void goesOnToTheNextAddress() {
        var registry = SchemaRegistry.open(FakeRegistry.settings(NOBODY + " , " + server.url() + "/"));
        assertThat(registry.byId(1)).isEqualTo(TEXT);
    }

    @Test
    void namesAnAddressWhereNobodyIs() {
        var registry = SchemaRegistry.open(FakeRegistry.settings("http://ann:secret@127.0.0.1:1"));
        assertThatThrownBy(() -> registry.byId(1))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining(NOBODY)
                .hasMessageContaining("ConnectException")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void doesNotRepeatWrongCredentials(int status) {
        server.plan(status, "{}");
        server.plan(status, "{}");
        assertThatThrownBy(() -> server.client().byId(1))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("basic.auth.user.info");
        assertThat(server.requests()).containsExactly("GET /schemas/ids/1", "GET /subjects");
    }

    @Test
    void doesNotCarryCredentialsElsewhere() {
        server.plan(307, "{}");
        server.plan(307, "{}");
        assertThatThrownBy(() -> server.client().byId(1)).hasMessageContaining("redirects");
        assertThat(server.requests()).containsExactly("GET /schemas/ids/1", "GET /subjects");
    }

    @Test
    void sendsBasicCredentials() {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString("ann:pa ss".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        server.client("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:pa ss")
                .byId(1);
        String url = server.url().replace("//", "//ann:pa%20ss@");
        SchemaRegistry.open(FakeRegistry.settings(url)).byId(1);
        assertThat(server.asked()).extracting(FakeRegistry.Asked::authorization).containsExactly(expected, expected);
    }

    @Test
    void sendsABearerToken() {
        server.client("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0")
                .byId(1);
        server.client().byId(1);
        assertThat(server.asked()).extracting(FakeRegistry.Asked::authorization).containsExactly("Bearer t0", null);
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> server.client().byId(1)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void doesNotWaitOnceClosed() {
        server.plan(500, "{}");
        var registry = server.client("retries.wait.ms", "600000", "retries.max.wait.ms", "600000");
        registry.close();
        assertThatThrownBy(() -> registry.byId(1)).hasMessageContaining("closed");
    }
}
