package dev.assay.streams.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    /** Health that a test sets. */
    private static final class Patient implements Health {
        private Optional<String> dead = Optional.empty();
        private Optional<String> unready = Optional.empty();

        @Override
        public Optional<String> dead() {
            return dead;
        }

        @Override
        public Optional<String> unready() {
            return unready;
        }
    }

    @Test
    void tellsHealthAndReadinessApart() throws Exception {
        Patient patient = new Patient();
        try (Metrics metrics = new Metrics();
                StatusServer server = StatusServer.start("127.0.0.1", 0, patient, metrics.registry())) {
            assertThat(get(server, "/health/live").body()).isEqualTo("ok\n");
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
            patient.unready = Optional.of("streams are REBALANCING");
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health/ready").body()).isEqualTo("streams are REBALANCING\n");
            patient.dead = Optional.of("streams are in ERROR");
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health/ready").body()).isEqualTo("streams are in ERROR\n");
        }
    }

    @Test
    void showsMetricsToPrometheus() throws Exception {
        try (Metrics metrics = new Metrics();
                StatusServer server = StatusServer.start("127.0.0.1", 0, Health.always(), metrics.registry())) {
            HttpResponse<String> page = get(server, "/metrics");
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(page.body()).contains("jvm_memory_used_bytes").contains("process_resident_memory_bytes");
        }
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (Metrics metrics = new Metrics();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> StatusServer.start("127.0.0.1", port, Health.always(), metrics.registry()))
                    .isInstanceOf(StatusServerException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void residentMemoryIsNoNumberWhereTheSystemDoesNotSay() {
        assertThat(new ResidentMemory(Path.of("does", "not", "exist")).bytes()).isNaN();
    }

    private static HttpResponse<String> get(StatusServer server, String path) throws Exception {
        URI page = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    }
}
