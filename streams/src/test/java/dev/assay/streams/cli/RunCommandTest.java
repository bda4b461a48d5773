package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
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
        try (RunningAssay running = RunningAssay.start(settings())) {
            assertThat(running.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(running.get("/metrics").body())
                    .contains("assay_ingest_records_total")
                    .contains("kafka_stream")
                    .contains("process_resident_memory_bytes");
        }
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

    private Map<String, String> settings() {
        return Map.of("bootstrap.servers", broker.bootstrap(), "state.dir", state.toString(), "http.port", "0");
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("run"));
        settings().forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
