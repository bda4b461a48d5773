package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.ModelMemoryException;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.http.MeterTable;
import dev.assay.streams.operation.Expressions.Expression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus reads a running instance, and answers all that dashboard and alerts ask. */
class DashboardTest {
    private static final Topics TOPICS = new Topics();
    private static final Path SAMPLE =
            Expressions.ROOT.resolve("streams/src/main/resources/dev/assay/streams/demo/sample-stream.jsonl");
    private static final Path MODEL = Expressions.ROOT.resolve("detectors/src/test/resources/models/stories260K");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FAULTS_OF_THE_MODEL = "Model.+Exception|OutOfMemoryError";

    @TempDir
    Path folder;

    @Test
    void everyQueryIsAnswered() throws Exception {
        Prometheus.assumeThere();
        try (LocalBroker broker = LocalBroker.start()) {
            broker.createTopics(
                    1,
                    TOPICS.textEvents().name(),
                    TOPICS.verdicts().name(),
                    TOPICS.deadLetters().name(),
                    TOPICS.metrics().name());
            Path settings = settings(broker);
            try (AssayChild running =
                    start("http://127\\.0\\.0\\.1:(\\d+)/health", "run", "--config", settings.toString())) {
                sendWhatCannotBeScored(broker);
                publishSample(settings); // from here on every counter is there
                try (Prometheus prometheus = Prometheus.start(configuration(running.said()), folder)) {
                    await().atMost(PATIENCE)
                            .until(() -> !prometheus
                                    .query("assay_emit_verdicts_total")
                                    .isEmpty());
                    publishSample(settings); // and this is what Prometheus sees it grow by
                    assertAnswered(prometheus);
                }
            }
        }
    }

    private static void assertAnswered(Prometheus prometheus) throws IOException {
        List<Expression> dashboard = Expressions.ofDashboard();
        List<Expression> alerts = Expressions.ofAlerts();
        TreeSet<String> selectors = new TreeSet<>();
        dashboard.forEach(each -> selectors.addAll(each.selectors()));
        alerts.forEach(each -> selectors.addAll(each.selectors()));
        // Nothing was wrong with the model; the names of such faults are those of the program.
        assertThat(selectors.removeIf(selector -> selector.contains(FAULTS_OF_THE_MODEL)))
                .isTrue();
        assertThat(List.of(ModelFaultException.class, ModelMemoryException.class, OutOfMemoryError.class))
                .allSatisfy(fault -> assertThat(fault.getSimpleName()).matches(FAULTS_OF_THE_MODEL));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(table())
                    .allSatisfy(name -> assertThat(prometheus.query(name)).isNotEmpty());
            assertThat(selectors)
                    .allSatisfy(
                            selector -> assertThat(prometheus.query(selector)).isNotEmpty());
            assertThat(dashboard)
                    .allSatisfy(
                            query -> assertThat(prometheus.query(query.text())).isNotEmpty());
        });
        alerts.forEach(alert -> prometheus.query(alert.text()));
        assertThat(prometheus.get("rules").findValues("lastError"))
                .allSatisfy(error -> assertThat(error.asText()).isEmpty());
        assertThat(prometheus.get("rules").findValuesAsText("name"))
                .containsAll(alerts.stream().map(Expression::origin).toList());
        assertVariable(prometheus);
    }

    /** A series of each metric that is there from the start. */
    private static List<String> table() {
        return MeterTable.all().stream()
                .filter(row -> !row.help().contains("within a minute after the start"))
                .map(row ->
                        row.type().equals("counter") || row.type().equals("gauge") ? row.name() : row.name() + "_count")
                .toList();
    }

    private static void assertVariable(Prometheus prometheus) throws IOException {
        String query =
                Expressions.dashboard().at("/templating/list/0/query/query").asText();
        var variable = Pattern.compile("label_values\\((\\w+), (\\w+)\\)").matcher(query);
        assertThat(variable.matches()).isTrue();
        assertThat(prometheus.get("label/" + variable.group(2) + "/values?match[]=" + variable.group(1)))
                .isNotEmpty();
    }

    /** The one for compose, but for where the instance is and for its patience. */
    private Path configuration(String port) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("config"));
        Files.copy(Expressions.PROMETHEUS.resolve("alerts.yml"), copy.resolve("alerts.yml"));
        String text = Files.readString(Expressions.PROMETHEUS.resolve("prometheus.yml"));
        assertThat(text).contains("assay:8080", "scrape_interval: 15s", "evaluation_interval: 15s");
        return Files.writeString(
                copy.resolve("prometheus.yml"),
                text.replace("assay:8080", "127.0.0.1:" + port).replace("interval: 15s", "interval: 1s"));
    }

    /** With a calibration from the sample's own texts, and a large share to flag: all kinds of verdicts are wanted. */
    private Path settings(LocalBroker broker) throws IOException {
        Path settings = folder.resolve("assay.properties");
        String text = "bootstrap.servers=" + broker.bootstrap() + "\nmodel=" + MODEL
                + "\nwindow=512\ntarget.fpr=0.2\nhttp.port=0\nstate.dir=" + folder.resolve("state") + "\n";
        Files.writeString(settings, text);
        Path calibration = folder.resolve("calibration.json");
        try (AssayChild calibrate = start(
                "calibration \\w+, (\\d+) of",
                "calibrate",
                humans().toString(),
                "--config",
                settings.toString(),
                "--domain=encyclopedic",
                "--source=the sample stream",
                "--half=all",
                "--output=" + calibration)) {
            assertThat(calibrate.said()).isNotEqualTo("0");
        }
        return Files.writeString(settings, text + "calibrations=" + calibration + "\n");
    }

    private Path humans() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLE)) {
            JsonNode entry = mapper.readTree(line);
            if (entry.path("label").asText().equals("human") && entry.has("text")) {
                lines.add(mapper.writeValueAsString(Map.of("label", "human", "text", entry.get("text"))));
            }
        }
        return Files.write(folder.resolve("humans.jsonl"), lines);
    }

    private static void sendWhatCannotBeScored(LocalBroker broker) {
        byte[] lone = "{\"text\": \"half a character: \\ud800\"}".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(TOPICS.textEvents().name(), lone)))
                    .succeedsWithin(PATIENCE);
        }
    }

    private void publishSample(Path settings) {
        try (AssayChild sample = start("(\\d+) records sent", "sample", "--config", settings.toString())) {
            assertThat(sample.said()).isEqualTo("62");
        }
    }

    private AssayChild start(String awaited, String... arguments) {
        return AssayChild.start(folder.resolve(arguments[0] + ".log"), awaited, arguments);
    }
}
