package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private static LocalBroker broker;

    @TempDir
    Path state;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
        broker.createTopics(1, "assay.text-events", "assay.verdicts", "assay.dead-letters", "assay.metrics");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void becomesReadyAndStopsWhenAsked() throws Exception {
        StringWriter err = new StringWriter();
        Surroundings here = new Surroundings(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread running = new Thread(() -> code.complete(AssayCommand.run(here, new FakeJudges(), arguments())));
        running.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ADDRESS.matcher(err.toString()).find());
        Matcher address = ADDRESS.matcher(err.toString());
        assertThat(address.find()).isTrue();
        String base = "http://127.0.0.1:" + address.group(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(base + "/health/ready").statusCode() == 200);
        assertThat(get(base + "/health/live").statusCode()).isEqualTo(200);
        assertThat(get(base + "/metrics").body())
                .contains("assay_ingest_records_total")
                .contains("kafka_stream")
                .contains("process_resident_memory_bytes");
        running.interrupt();
        assertThat(code.get(60, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void namesATopicThatIsMissing() {
        assertFails("assay topics create", "topic.prefix=other.").contains("other.text-events");
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails("http.port", "http.port=" + taken.getLocalPort()).contains(":" + taken.getLocalPort());
        }
    }

    @Test
    void namesABrokerThatDoesNotAnswer() {
        assertFails("bootstrap.servers", "bootstrap.servers=127.0.0.1:1").contains("127.0.0.1:1");
    }

    @Test
    void namesAStateFolderThatCannotBe() throws IOException {
        Path file = Files.writeString(state.resolve("file"), "in the way");
        assertFails("state.dir", "state.dir=" + file.resolve("state")).contains(file.toString());
    }

    @Test
    void namesARegistryThatDoesNotAnswerOrIsMissing() {
        assertFails("127.0.0.1:1", "schema.registry.url=http://127.0.0.1:1");
        assertFails("schema.registry.url", "output.format=avro");
    }

    @Test
    void namesASchemaThatNobodyRegistered() {
        assertFails("assay schemas register", "schema.registry.url=mock://nothing-registered")
                .contains("assay.verdicts-value")
                .contains("schema.registry.auto.register");
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertFails(String named, String setting) {
        Ended ended = Terminals.run(arguments("--set", setting));
        assertThat(ended.code()).isNotZero();
        return assertThat(ended.err()).contains(named).hasLineCount(1);
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "run",
                "--set",
                "bootstrap.servers=" + broker.bootstrap(),
                "--set",
                "state.dir=" + state,
                "--set",
                "http.port=0"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static HttpResponse<String> get(String page) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
