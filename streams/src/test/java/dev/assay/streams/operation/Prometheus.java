package dev.assay.streams.operation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real one, in a process of its own, and its tool for files. */
final class Prometheus implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("address=(127\\.0\\.0\\.1:[1-9]\\d*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private Prometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Skips the test where there is none. */
    static void assumeThere() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "prometheus"))
                .anyMatch(Files::isExecutable);
        assumeTrue(there, "there is no prometheus on the PATH; install the package prometheus");
    }

    /** Starts on a free port and waits until it is ready. */
    static Prometheus start(Path config, Path folder) throws IOException {
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("Prometheus")
                .atMost(Duration.ofMinutes(1))
                .failFast("Prometheus ended, see " + log, () -> !process.isAlive())
                .until(() -> Files.readString(log).contains("Server is ready")
                        && address(log).isPresent());
        return new Prometheus(process, address(log).orElseThrow());
    }

    private static Optional<String> address(Path log) throws IOException {
        return ADDRESS.matcher(Files.readString(log))
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }

    /** Runs {@code promtool}; what it printed where it failed, else nothing. */
    static String complaints(String... arguments) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return tool.waitFor() == 0 ? "" : said;
    }

    /** The series that an expression has now. */
    JsonNode query(String expression) {
        return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result");
    }

    /** The data of an answer. */
    JsonNode get(String question) {
        URI uri = URI.create("http://" + address + "/api/v1/" + question);
        try {
            JsonNode answer =
                    JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalStateException(uri + ": " + answer);
            }
            return answer.get("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
