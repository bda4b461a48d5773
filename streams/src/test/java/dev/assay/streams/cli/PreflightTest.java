package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator changes is refused in one line by the start, and seen before by the doctor. */
class PreflightTest {
    private static LocalBroker broker;
    private static Admin admin;

    @TempDir
    Path state;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        for (String prefix : List.of("one.", "two.", "assay.", "less.", "more.", "small.")) {
            broker.createTopics(
                    2, prefix + "text-events", prefix + "verdicts", prefix + "dead-letters", prefix + "metrics");
        }
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void refusesAGroupWithPositionsOfAnotherPrefix() throws Exception {
        commit("shared", "one.text-events");
        assertRefused("prefix", "application.id=shared", "topic.prefix=two.")
                .contains("group shared reads one.text-events, not two.text-events", "application.id");
    }

    @Test
    void refusesAGroupWhoseMembersReadAnotherPrefix() {
        try (var member = member("joint", "one.text-events")) {
            assertThat(member.assignment()).isNotEmpty();
            assertRefused("prefix", "application.id=joint", "topic.prefix=two.").contains("one.text-events");
        }
    }

    @Test
    void refusesAMetricsGroupWithPositionsOfAnotherPrefix() throws Exception {
        commit("counting-metrics", "one.verdicts");
        assertRefused("prefix of metrics", "application.id=counting", "topic.prefix=two.")
                .contains("group counting-metrics reads one.verdicts");
    }

    @Test
    void namesTheGroupThatAnEarlierReleaseLeft() throws Exception {
        commit("assay-detection", "two.text-events");
        try {
            assertRefused("former group", "topic.prefix=two.")
                    .contains("application.id=assay-detection", "two-detection has not");
            assertThat(line(run("doctor", "topic.prefix=two.", "application.id=assay-detection"), "group"))
                    .startsWith("✓ ");
        } finally {
            admin.deleteConsumerGroups(List.of("assay-detection")).all().get();
        }
    }

    @Test
    void refusesAProtocolThatTheMembersDoNotSpeak() {
        try (var member = member("mixed", "one.text-events")) {
            assertThat(member.assignment()).isNotEmpty();
            assertRefused("group", "application.id=mixed", "topic.prefix=one.", "group.protocol=streams")
                    .contains("speaks the protocol classic and has 1 member", "group.protocol=classic");
        }
    }

    /** From one protocol to the other and back: a group without members takes either, and {@code auto} does as its members do. */
    @Test
    void joinsWithWhatTheMembersSpeak() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "state.dir", state.resolve("first").toString(),
                "http.port", "0",
                "topic.prefix", "more.",
                "metrics.topic", "false"));
        settings.put("group.protocol", "streams");
        try (RunningAssay running = RunningAssay.start(settings)) {
            assertThat(running.isRunning()).isTrue();
            assertRefused("group", "topic.prefix=more.").contains("speaks the protocol streams", "stop them all");
            assertThat(line(run("doctor", "topic.prefix=more.", "group.protocol=auto"), "group"))
                    .contains("protocol streams");
        }
        assertRefused("group", "topic.prefix=more.", "group.protocol=streams", "event.max.bytes=2097152")
                .contains("holds fast", "group.protocol=classic", "event.max.bytes");
        settings.put("group.protocol", "auto");
        settings.put("event.max.bytes", "2097152");
        try (RunningAssay running = RunningAssay.start(settings)) {
            assertThat(running.isRunning()).isTrue();
            assertThat(line(run("doctor", "topic.prefix=more."), "group")).contains("1 member (", "protocol classic");
        }
        // It took leave, and did not leave the brokers to find out: the other protocol may come at once.
        settings.put("group.protocol", "streams");
        try (RunningAssay running = RunningAssay.start(settings)) {
            assertThat(running.isRunning()).isTrue();
        }
    }

    @Test
    void refusesASessionOutsideTheBrokersBounds() {
        assertRefused("session", "topic.prefix=one.", "kafka.consumer.session.timeout.ms=1000")
                .contains("group.min.session.timeout.ms is 6000");
        assertRefused("session", "topic.prefix=one.", "kafka.session.timeout.ms=999999999")
                .contains("group.max.session.timeout.ms");
        assertThat(line(run("doctor", "topic.prefix=one."), "session")).contains("time-out 6000 ms");
    }

    @Test
    void refusesAChangelogWithOtherPartitions() throws Exception {
        make("less-detection-pending-changelog", 1, Map.of());
        assertRefused("changelog", "topic.prefix=less.")
                .contains("less.text-events has 2 partitions", "changelog 1: `assay topics grow --partitions 2`");
    }

    @Test
    void raisesTheSizesOfAChangelog() throws Exception {
        String changelog = "small-detection-pending-changelog";
        make(changelog, 2, Map.of("max.message.bytes", "100000", "segment.bytes", "1048576"));
        Ended before = run("doctor", "topic.prefix=small.", "pending.capacity=2");
        assertThat(line(before, "changelog sizes"))
                .startsWith("✓ ")
                .contains("the start raises max.message.bytes, ", "segment.bytes of " + changelog);
        Map<String, String> settings = Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "state.dir", state.toString(),
                "http.port", "0",
                "topic.prefix", "small.",
                "metrics.topic", "false");
        try (RunningAssay running = RunningAssay.start(settings)) {
            assertThat(running.isRunning()).isTrue();
            assertThat(setting(changelog, "max.message.bytes")).isEqualTo(Integer.toString((1 << 20) + (64 << 10)));
            assertThat(setting(changelog, "segment.bytes")).isEqualTo(Integer.toString(16 << 20));
        }
    }

    @Test
    void notesAVariableThatIsNoSetting() {
        String[] doctor = {"doctor", "--set", "bootstrap.servers=" + broker.bootstrap()};
        Ended ended = Terminals.run(Map.of("ASSAY_WINDOWS", "1", "ASSAY_SERVICE_HOST", "10.0.0.1"), "", doctor);
        assertThat(line(ended, "variables")).startsWith("! ").contains("ASSAY_WINDOWS", "is ASSAY_WINDOW ");
        assertThat(ended.err()).contains("assay: variable ASSAY_WINDOWS:").hasLineCount(1);
    }

    /** One line of the start; the doctor says the same under this name. */
    private AbstractStringAssert<?> assertRefused(String check, String... settings) {
        Ended started = run("run", settings);
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err()).hasLineCount(1).startsWith("assay: ");
        String complaint = started.err().strip().substring("assay: ".length());
        assertThat(line(run("doctor", settings), check)).startsWith("✗ ").contains(complaint);
        return assertThat(complaint);
    }

    private Ended run(String command, String... settings) {
        List<String> all = new ArrayList<>(List.of(command));
        List<String> given = new ArrayList<>(List.of(
                "bootstrap.servers=" + broker.bootstrap(), "state.dir=" + state.resolve("other"), "model=none"));
        if (command.equals("run")) {
            given.add("http.port=0");
        }
        given.addAll(Arrays.asList(settings));
        given.forEach(setting -> all.addAll(List.of("--set", setting)));
        return Terminals.run(all.toArray(String[]::new));
    }

    private static String line(Ended ended, String check) {
        return ended.out()
                .lines()
                .filter(line -> line.length() > 2 && line.substring(2).matches(check + "  +.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line about " + check + " in:\n" + ended.out()));
    }

    private static void commit(String group, String topic) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                .all()
                .get();
    }

    /** A member of a group, with partitions of the topic. */
    private static KafkaConsumer<byte[], byte[]> member(String group, String topic) {
        var member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "group.id", group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(List.of(topic));
        await().until(() -> {
            member.poll(Duration.ofMillis(100));
            return !member.assignment().isEmpty();
        });
        return member;
    }

    private static void make(String topic, int partitions, Map<String, String> config) {
        broker.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)));
    }

    private static String setting(String topic, String key) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value();
    }
}
