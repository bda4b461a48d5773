package dev.assay.connectors.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.connectors.Verdicts;
import dev.assay.connectors.webhook.Receiver;
import dev.assay.connectors.webhook.Receiver.Reply;
import dev.assay.connectors.webhook.Receiver.Request;
import dev.assay.schemas.Decision;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import io.aiven.connect.jdbc.JdbcSourceConnector;
import io.aiven.connect.jdbc.JdbcSourceTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin zip, unpacked for a worker that has nothing else of Assay, and its example configurations as they stand. */
class PluginZipIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EXAMPLES = List.of(
            "files.properties",
            "jdbc.properties",
            "verdict-files.properties",
            "webhook-coop.properties",
            "webhook.properties");

    /** Needs a database: docs/stories/platform.sh runs it. */
    private static final String DEBEZIUM = "debezium-postgres.properties";

    @TempDir
    Path folder;

    private Path plugins;
    private UnpackedPlugin plugin;

    @BeforeEach
    void unpack() throws IOException {
        plugins = folder.resolve("plugins");
        plugin = UnpackedPlugin.into(plugins);
    }

    @Test
    void isLaidOutForTheHub() throws IOException {
        assertThat(plugin.names("")).containsExactly("doc", "etc", "lib", "manifest.json");
        JsonNode manifest = JSON.readTree(Files.readString(plugin.file("manifest.json")));
        assertThat(plugin.file("").getFileName())
                .hasToString(manifest.at("/owner/username").asText() + "-"
                        + manifest.path("name").asText() + "-"
                        + manifest.path("version").asText());
        assertThat(plugin.names("doc")).contains("LICENSE", "NOTICE", "README.md");
        assertThat(plugin.names("etc")).containsAll(EXAMPLES).contains(DEBEZIUM).hasSize(EXAMPLES.size() + 1);
        assertThat(plugin.names("lib"))
                .as("the worker's own libraries stay out")
                .noneMatch(jar -> jar.matches("(kafka|connect|slf4j|zstd|lz4|snappy).*"))
                .anyMatch(jar -> jar.startsWith("assay-connectors-"));
    }

    @Test
    void itsBillOfMaterialsNamesWhatIsInIt() throws IOException {
        JsonNode bill = JSON.readTree(Files.readString(plugin.file("doc/bom.json")));
        List<String> jars = new ArrayList<>(List.of(jar(bill.at("/metadata/component"))));
        bill.get("components").forEach(component -> {
            jars.add(jar(component));
            assertThat(component.get("hashes")).as(jar(component)).isNotEmpty();
        });
        assertThat(plugin.names("lib")).containsExactlyInAnyOrderElementsOf(jars);
        assertThat(bill.get("metadata").has("timestamp"))
                .as("the same at every build")
                .isFalse();
    }

    private static String jar(JsonNode component) {
        return component.get("name").asText() + "-" + component.get("version").asText() + ".jar";
    }

    @Test
    void runsInAFreshWorker() throws Exception {
        UnpackedPlugin.jar(
                plugins.resolve("jdbc/jdbc.jar"),
                "org.apache.kafka.connect.source.SourceConnector",
                JdbcSourceConnector.class,
                JdbcSourceTask.class);
        Path input = Files.createDirectory(folder.resolve("input"));
        Files.writeString(
                input.resolve("a.jsonl"), "{\"id\":\"f1\",\"source\":\"bob\",\"text\":\"A file.\"}\n{broken\n");
        try (TestBroker broker = TestBroker.start(Files.createDirectory(folder.resolve("broker")));
                Receiver hook = new Receiver(request -> new Reply(200, null));
                Receiver coop = new Receiver(request -> new Reply(202, null))) {
            broker.create(1, "assay.text-events", "assay.dead-lines", "assay.verdicts");
            broker.send(
                    "assay.verdicts",
                    List.of(
                            Map.entry("ann", Verdicts.json("v1", Decision.FLAGGED)),
                            Map.entry("bob", Verdicts.json("v2", Decision.CLEARED))));
            try (WorkerProcess worker = start(broker, input, hook, coop)) {
                for (String example : EXAMPLES) {
                    var settings = new Properties();
                    settings.load(Files.newBufferedReader(plugin.file("etc/" + example)));
                    worker.rest()
                            .awaitRunning(
                                    settings.getProperty("name"), Integer.parseInt(settings.getProperty("tasks.max")));
                }
                findsAllPlugins(worker);
                eventsArrive(broker);
                flaggedVerdictsArrive(hook, coop);
                worker.stop();
                allVerdictsAreInFiles();
            }
        }
    }

    private WorkerProcess start(TestBroker broker, Path input, Receiver hook, Receiver coop) throws IOException {
        var environment = new HashMap<>(Map.of(
                "INPUT_FOLDER", input.toString(),
                "VERDICT_FOLDER", folder.resolve("verdicts").toString(),
                "WEBHOOK_URL", hook.url(),
                "WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "COOP_URL", coop.url(),
                "COOP_API_KEY", "coop-key",
                "COOP_TYPE_ID", "post"));
        environment.putAll(Map.of("JDBC_URL", "jdbc:none", "DB_USER", "ann", "DB_PASSWORD", "pass"));
        List<Path> examples =
                EXAMPLES.stream().map(example -> plugin.file("etc/" + example)).toList();
        return WorkerProcess.standalone(folder, broker.bootstrap(), plugins, examples, environment);
    }

    private void findsAllPlugins(WorkerProcess worker) throws IOException {
        String version = JSON.readTree(Files.readString(plugin.file("manifest.json")))
                .path("version")
                .asText();
        assertThat(worker.rest().get("/connector-plugins?connectorsOnly=false"))
                .extracting(
                        found -> found.path("class").asText(),
                        found -> found.path("type").asText(),
                        found -> found.path("version").asText())
                .contains(
                        tuple("dev.assay.connectors.ToTextEvent", "transformation", version),
                        tuple("dev.assay.connectors.source.JsonLinesSourceConnector", "source", version),
                        tuple("dev.assay.connectors.webhook.WebhookSinkConnector", "sink", version),
                        tuple("dev.assay.connectors.sink.JsonLinesSinkConnector", "sink", version));
    }

    private static void eventsArrive(TestBroker broker) throws Exception {
        await(() -> broker.read("assay.text-events").size() >= 2
                && !broker.read("assay.dead-lines").isEmpty());
        try (TextEventDecoder decoder = TextEventDecoder.open(EventFormat.AUTO, Map.of())) {
            assertThat(broker.read("assay.text-events"))
                    .extracting(
                            read -> new String(read.key(), StandardCharsets.UTF_8),
                            read -> decoder.decode(read.topic(), read.headers(), read.value())
                                    .event())
                    .containsExactlyInAnyOrder(
                            tuple("bob", new TextEvent("f1", "bob", "A file.", null, null, null, Map.of())),
                            tuple(
                                    "ann",
                                    new TextEvent(
                                            "1",
                                            "ann",
                                            "Kettle\n\nIt boils.",
                                            Instant.parse("2024-05-06T07:08:09Z"),
                                            null,
                                            "reviews",
                                            Map.of())));
        }
    }

    private static void flaggedVerdictsArrive(Receiver hook, Receiver coop) throws IOException {
        await(() -> !hook.requests().isEmpty() && !coop.requests().isEmpty());
        assertThat(hook.requests()).extracting(Request::body).containsExactly(Verdicts.json("v1", Decision.FLAGGED));
        assertThat(hook.requests().get(0).signature()).startsWith("v1,");
        assertThat(coop.requests()).extracting(Request::key).containsExactly("coop-key");
        assertThat(JSON.readTree(coop.requests().get(0).body())
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("v1");
    }

    private void allVerdictsAreInFiles() throws IOException {
        Path file = folder.resolve("verdicts/assay.verdicts-0-00000000000000000000-00000000000000000001.jsonl.gz");
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(in)) {
            assertThat(lines.readAll())
                    .containsExactly(
                            JSON.readTree(Verdicts.json("v1", Decision.FLAGGED)),
                            JSON.readTree(Verdicts.json("v2", Decision.CLEARED)));
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
