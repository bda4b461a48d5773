package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.schemas.Answer;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import dev.assay.streams.Tale;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.calibrations.SampleCalibrations;
import dev.assay.streams.cli.Terminals.Ended;
import dev.assay.streams.detection.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrations come and go on a real broker, beside an instance that judges with a real, small model. */
class CalibrationsCommandTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static LocalBroker broker;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theNextVerdictRestsOnWhatIsPublishedAndNotOnWhatIsRevoked() throws Exception {
        create("live.");
        send("live.calibrations", "not-a-calibration", "{}".getBytes(StandardCharsets.UTF_8));
        Calibration foreign = SampleCalibrations.of("int8", "stories");
        send("live.calibrations", foreign.id(), SampleCalibrations.json(foreign));
        try (TopicReader verdicts = new TopicReader(broker.bootstrap(), "live.verdicts")) {
            String first;
            try (RunningAssay running = RunningAssay.startWithModels(settings("live."))) {
                awaitMetrics(running, 0);
                assertThat(running.get("/metrics").body())
                        .contains("assay_calibrations_passed_over{reason=\"broken\"} 1.0")
                        .contains("assay_calibrations_passed_over{reason=\"foreign\"} 1.0");
                assertJudgedBy(judged(verdicts, 1, "live."));

                first = id(calibrate("stories", 0, "live.", "--publish"));
                awaitMetrics(running, 1);
                assertJudgedBy(judged(verdicts, 2, "live."), first);
            }
            String second = calibrate("letters", 10, "live.");
            assertThat(run("live.", "calibrations", "publish", second).out()).contains(id(second));
            try (RunningAssay running = RunningAssay.startWithModels(settings("live."))) {
                assertJudgedBy(judged(verdicts, 3, "live."), first, id(second)); // the first verdict of its life

                assertThat(run("live.", "calibrations", "revoke", first.substring(0, 8))
                                .out())
                        .isEqualTo("revoked " + first + " on live.calibrations\n");
                awaitMetrics(running, 1);
                assertJudgedBy(judged(verdicts, 4, "live."), id(second));
                run("live.", "calibrations", "revoke", id(second));
                awaitMetrics(running, 0);
                assertJudgedBy(judged(verdicts, 5, "live."));
            }
        }
    }

    @Test
    void whoNamesCalibrationsGetsNoOthers() throws Exception {
        create("named.");
        String own = calibrate("stories", 0, "named.");
        String other = calibrate("letters", 10, "named.", "--publish");
        Map<String, String> settings = new HashMap<>(settings("named."));
        settings.put("calibrations", own);
        try (TopicReader verdicts = new TopicReader(broker.bootstrap(), "named.verdicts");
                RunningAssay running = RunningAssay.startWithModels(settings)) {
            assertThat(running.isRunning()).isTrue();
            assertJudgedBy(judged(verdicts, 1, "named."), id(own)).doesNotContain(id(other));
        }
    }

    @Test
    void listsAndFetchesWhatIsPublished() throws Exception {
        create("kept.");
        assertThat(run("kept.", "calibrations", "list").out()).isEqualTo("none\n");
        String file = calibrate("stories", 0, "kept.", "--publish");
        send("kept.calibrations", "a\tkey", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(run("kept.", "calibrations", "list").out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(id(file) + "  stories, 4 texts, model "))
                .anyMatch(line -> line.startsWith("a?key  broken: "));
        Path fetched = folder.resolve("fetched.json");
        Ended ended = run("kept.", "calibrations", "fetch", id(file).substring(0, 8), "--output", fetched.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(fetched).hasSameBinaryContentAs(Path.of(file));
        assertFails(run("kept.", "calibrations", "fetch", "a\tkey")).contains("not in the format");
        assertThat(run("kept.", "calibrations", "revoke", "a\tkey").code()).isZero();
        assertThat(run("kept.", "calibrations", "list").out()).hasLineCount(1);
        assertThat(ids("kept.calibrations")).contains(id(file));
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        create("wrong.");
        String file = calibrate("stories", 0, "wrong.");
        assertFails(run("wrong.", "calibrations", "revoke", "3f2a9c01"))
                .contains("3f2a9c01", "none published", "assay calibrations list");
        assertFails(run("absent.", "calibrations", "publish", file))
                .contains("absent.calibrations is missing", "assay topics create");
        Path altered = Files.writeString(
                folder.resolve("altered.json"), Files.readString(Path.of(file)).replace("\"stories\"", "\"news\""));
        assertFails(run("wrong.", "calibrations", "publish", file, altered.toString()))
                .contains("altered.json", "altered");
        assertThat(run("wrong.", "calibrations", "list").out()).isEqualTo("none\n"); // all or nothing
        assertThat(Terminals.run("calibrations").code()).isEqualTo(2);
        assertFails(Terminals.run("calibrations", "list", "--set", "bootstrap.servers=127.0.0.1:1"))
                .contains("127.0.0.1:1", "bootstrap.servers");
    }

    @Test
    void nothingIsScoredThatCouldNotBePublished() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), Tale.of(1));
        Path output = folder.resolve("never.json");
        Ended ended = run(
                "absent.",
                "calibrate",
                text.toString(),
                "--domain=x",
                "--source=y",
                "--publish",
                "--output=" + output,
                "--set=model=" + MODEL);
        assertFails(ended).contains("absent.calibrations is missing");
        assertThat(output).doesNotExist();
    }

    private static void create(String prefix) {
        assertThat(run(prefix, "topics", "create", "--partitions", "1").code()).isZero();
        await().atMost(PATIENCE)
                .until(() -> !run(prefix, "topics", "list")
                        .out()
                        .contains("missing")); // the broker tells itself in its own time
    }

    /** A calibration of four texts, in a file. */
    private String calibrate(String domain, int from, String prefix, String... more) throws IOException {
        Path file = folder.resolve(domain + ".json");
        List<String> args = new ArrayList<>(List.of("calibrate", "--domain", domain, "--source", "made for this test"));
        args.addAll(List.of("--half", "all", "--output", file.toString(), "--set", "model=" + MODEL));
        for (int i = from; i < from + 4; i++) {
            args.add(Files.writeString(folder.resolve(i + ".txt"), Tale.of(i)).toString());
        }
        args.addAll(List.of(more));
        Ended ended = run(prefix, args.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        return file.toString();
    }

    private static String id(String file) {
        return CalibrationFile.read(Path.of(file)).id();
    }

    private Map<String, String> settings(String prefix) {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "topic.prefix",
                prefix,
                "model",
                MODEL.toString(),
                "target.fpr",
                "0.3",
                "metrics.topic",
                "false",
                "http.port",
                "0",
                "state.dir",
                folder.resolve("state").toString());
    }

    /** The verdict on one more event, which is the nth of the topic. */
    private static Verdict judged(TopicReader verdicts, int nth, String prefix) {
        send(prefix + "text-events", "writer", Tale.of(100 + nth).getBytes(StandardCharsets.UTF_8));
        await().pollInSameThread().atMost(PATIENCE).until(() -> verdicts.read().size() == nth);
        return VerdictJson.read(new String(verdicts.read().get(nth - 1).value(), StandardCharsets.UTF_8));
    }

    private static org.assertj.core.api.ListAssert<String> assertJudgedBy(Verdict verdict, String... ids) {
        Answer machine = verdict.getQuestions().get("MACHINE");
        assertThat(machine.getReason().name()).isEqualTo(ids.length == 0 ? "NO_CALIBRATION" : "NONE");
        assertThat(verdict.getProvenance().getSettings().get("calibrations").split(","))
                .containsExactlyInAnyOrder(ids.length == 0 ? new String[] {"none"} : ids);
        return assertThat(verdict.getProvenance().getCalibrations()).containsExactlyInAnyOrder(ids);
    }

    private static void awaitMetrics(RunningAssay running, int inForce) {
        await().atMost(PATIENCE)
                .until(() -> running.get("/metrics").body().contains("assay_calibrations_in_force " + inForce + ".0"));
    }

    private static List<String> ids(String topic) {
        try (TopicReader reader = new TopicReader(broker.bootstrap(), topic)) {
            return reader.readToEnd().stream()
                    .map(ConsumerRecord::key)
                    .map(key -> new String(key, StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static void send(String topic, String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value)))
                    .succeedsWithin(PATIENCE);
        }
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertFails(Ended ended) {
        assertThat(ended.code()).as(ended.out()).isEqualTo(1);
        return assertThat(ended.err().lines().reduce("", (before, last) -> last));
    }

    private static Ended run(String prefix, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--set", "topic.prefix=" + prefix, "--set", "bootstrap.servers=" + broker.bootstrap()));
        return Terminals.runWithModels(all.toArray(String[]::new));
    }
}
