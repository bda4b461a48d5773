package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.streams.Tale;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.NewTopic;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A healthy installation, then each fault by itself. */
class DoctorCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Path MODEL = ROOT.resolve("detectors/src/test/resources/models/stories260K");
    private static final String SHIPPED = "detectors/src/main/resources/dev/assay/detectors/calibrations";

    private static LocalBroker broker;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
        Ended created = Terminals.run("topics", "create", "--set", "bootstrap.servers=" + broker.bootstrap());
        assertThat(created.err()).isEmpty();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        Ended ended = doctor();
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).hasSizeGreaterThan(10).allMatch(line -> line.startsWith("✓ "));
        assertThat(line(ended, "broker")).contains(broker.bootstrap(), "1 node");
        assertThat(line(ended, "versions")).contains("Kafka 4.3", "classic and streams");
        assertThat(line(ended, "topic assay.text-events")).contains("6 partitions", "1114112 bytes");
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        Ended ended = doctor("--output", "json", "--set", "model=no-such-model");
        assertThat(ended.code()).isEqualTo(1);
        List<JsonNode> findings = new ArrayList<>();
        try (var values = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(ended.out())) {
            findings.addAll(values.readAll());
        }
        Map<String, String> statuses = findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.get("check").textValue(),
                        finding -> finding.get("status").textValue()));
        assertThat(statuses)
                .containsEntry("broker", "OK")
                .containsEntry("model", "FAILED")
                .containsEntry("calibration", "SKIPPED");
        assertThat(findings)
                .allMatch(finding -> !finding.get("says").textValue().isBlank());
    }

    @Test
    void namesABrokerThatDoesNotAnswer() {
        Ended ended = doctor("--set", "bootstrap.servers=127.0.0.1:1");
        assertFailed(ended, "broker").contains("127.0.0.1:1", "bootstrap.servers");
        assertThat(line(ended, "versions")).startsWith("– ");
        assertThat(line(ended, "topic assay.verdicts")).startsWith("– ");
        assertThat(line(ended, "model")).startsWith("✓ ");
    }

    @Test
    void namesATopicThatIsMissing() {
        Ended ended = doctor("--set", "topic.prefix=none.");
        assertFailed(ended, "topic none.verdicts").contains("assay topics create none.verdicts");
    }

    @Test
    void namesATopicThatIsKeptOtherwise() {
        broker.createTopics(List.of(
                topic("odd.text-events", Map.of("max.message.bytes", "100000")),
                topic("odd.verdicts", Map.of("max.message.bytes", "2000000", "cleanup.policy", "compact")),
                topic("odd.dead-letters", Map.of("max.message.bytes", "1114112")),
                topic("odd.metrics", Map.of("message.timestamp.type", "LogAppendTime"))));
        Ended ended = doctor("--set", "topic.prefix=odd.");
        assertFailed(ended, "topic odd.text-events")
                .contains("100000", "1114112", "kafka-configs.sh", "event.max.bytes to at most 34464");
        assertFailed(ended, "topic odd.verdicts").contains("cleanup.policy is compact", "not delete");
        assertThat(line(ended, "topic odd.dead-letters"))
                .startsWith("! ")
                .contains("message.timestamp.type is CreateTime, not LogAppendTime", "kafka-configs.sh");
        assertThat(line(ended, "topic odd.metrics")).startsWith("✓ ");
    }

    @Test
    void namesARegistryThatDoesNotAnswerOrIsMissing() {
        assertFailed(doctor("--set", "schema.registry.url=http://127.0.0.1:1"), "registry")
                .contains("127.0.0.1:1", "schema.registry.url");
        assertFailed(doctor("--set", "output.format=avro"), "registry").contains("schema.registry.url");
    }

    @Test
    void namesASchemaThatIsMissingUnlessItIsRegisteredAtTheStart() {
        String registry = "schema.registry.url=mock://doctor-missing";
        assertFailed(doctor("--set", registry, "--set", "schema.registry.auto.register=false"), "registry")
                .contains("assay.verdicts-value", "assay schemas register");
        Ended ended = doctor("--set", registry, "--set", "schema.registry.auto.register=true");
        assertThat(line(ended, "registry")).startsWith("✓ ").contains("registered at the start");
    }

    @Test
    void namesASubjectThatTheSchemaDoesNotFit() {
        String url = "mock://doctor-foreign";
        try (SchemaRegistry registry = SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, url)))) {
            registry.register(
                    "assay.verdicts-value",
                    SchemaBuilder.record("Other").fields().requiredInt("text").endRecord());
        }
        Ended ended = doctor("--set", "schema.registry.url=" + url, "--set", "schema.registry.auto.register=true");
        assertFailed(ended, "registry").contains("assay.verdicts-value", "not compatible");
    }

    @Test
    void namesAModelThatIsMissingOrAltered() throws IOException {
        assertFailed(doctor("--set", "model=no-such-model"), "model").contains("no-such-model", "assay models pull");
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("head.onnx"), "not a graph");
        assertFailed(doctor("--set", "model=" + folder), "model").contains("head.onnx", "altered");
    }

    @Test
    void namesACalibrationOfAnotherModel() throws IOException {
        try (Stream<Path> found = Files.find(ROOT.resolve(SHIPPED), 2, (file, is) -> file.endsWith("news.json"))) {
            Path news = found.findFirst().orElseThrow();
            assertFailed(doctor("--set", "calibrations=" + news), "calibration").contains("assay calibrate");
        }
        assertFailed(doctor("--set", "calibrations="), "calibration").contains("assay calibrate");
    }

    @Test
    void namesACalibrationThatIsTooSmall() throws IOException {
        assertFailed(doctor("--set", "calibrations=" + calibrateFew()), "calibration")
                .contains("too few texts (stories)", "target.fpr=0.01");
    }

    @Test
    void countsWhatIsPublished() throws IOException {
        String[] settings = {"--set", "calibrations=", "--set", "topic.prefix=pub.", "--set", "target.fpr=0.3"};
        broker.createTopics(List.of(topic("pub.calibrations", Map.of("cleanup.policy", "compact"))));
        assertFailed(doctor(settings), "calibration").contains("assay calibrate");
        Ended published = Terminals.run(
                "calibrations",
                "publish",
                calibrateFew(),
                "--set",
                "topic.prefix=pub.",
                "--set",
                "bootstrap.servers=" + broker.bootstrap());
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(line(doctor(settings), "calibration")).startsWith("✓ ").contains("for stories");
    }

    /** A calibration of three texts, in a file. */
    private String calibrateFew() throws IOException {
        Path file = folder.resolve("few.json");
        List<String> args = new ArrayList<>(List.of(
                "calibrate", "--domain", "stories", "--source", "made for this test", "--half", "all", "--model"));
        args.addAll(List.of(MODEL.toString(), "--output", file.toString()));
        for (int i = 0; i < 3; i++) {
            args.add(Files.writeString(folder.resolve(i + ".txt"), Tale.of(i)).toString());
        }
        Ended made = Terminals.runWithModels(args.toArray(String[]::new));
        assertThat(made.code()).as(made.err()).isZero();
        return file.toString();
    }

    @Test
    void looksAtPublishedCalibrationsWhereTheyAreRead() throws IOException {
        assertThat(line(doctor(), "topic assay.calibrations")).startsWith("✓ ").contains("not read");
        assertThat(line(doctor("--set", "calibrations="), "topic assay.calibrations"))
                .startsWith("✓ ")
                .contains("8388608 bytes");
        Ended missing = doctor("--set", "calibrations=", "--set", "topic.prefix=none.");
        assertThat(line(missing, "topic none.calibrations"))
                .startsWith("! ")
                .contains("assay topics create none.calibrations");
        broker.createTopics(List.of(
                topic("former.calibrations", Map.of("cleanup.policy", "compact", "max.message.bytes", "1048588"))));
        Ended former = doctor("--set", "calibrations=", "--set", "topic.prefix=former.");
        assertThat(line(former, "topic former.calibrations"))
                .startsWith("! ")
                .contains("less than 8388608", "assay topics grow");
        broker.createTopics(List.of(topic("deleted.calibrations", Map.of("max.message.bytes", "8388608"))));
        assertFailed(doctor("--set", "calibrations=", "--set", "topic.prefix=deleted."), "topic deleted.calibrations")
                .contains("cleanup.policy is delete, not compact");
    }

    @Test
    void namesAStateFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Ended ended = doctor("--set", "state.dir=" + file.resolve("state"));
        assertFailed(ended, "state folder").contains(file.toString(), "state.dir");
        assertThat(line(ended, "disk")).startsWith("– ");
    }

    /** What is healthy but for the settings given. */
    private Ended doctor(String... more) {
        List<String> all = new ArrayList<>(List.of("doctor"));
        for (String setting : List.of(
                "bootstrap.servers=" + broker.bootstrap(),
                "model=" + MODEL,
                "calibrations=none",
                "pending.capacity=2",
                "state.dir=" + folder.resolve("state"))) {
            all.addAll(List.of("--set", setting));
        }
        all.addAll(List.of(more));
        return Terminals.run(all.toArray(String[]::new));
    }

    private static AbstractStringAssert<?> assertFailed(Ended ended, String check) {
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(1);
        return assertThat(line(ended, check)).startsWith("✗ ");
    }

    private static String line(Ended ended, String check) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith(check + " ", 2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line about " + check + " in:\n" + ended.out()));
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, 1, (short) 1).configs(config);
    }
}
