package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicsCommandTest {
    private static LocalBroker broker;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void createsListsAndDescribes() {
        String prefix = "topic.prefix=one.";
        Ended created = run(prefix, "topics", "create", "text-events", "--partitions", "3");
        assertThat(created.err()).isEmpty();
        assertThat(created.out()).isEqualTo("one.text-events: created, 3 partitions, 1 replicas\n");
        assertThat(run(prefix, "topics", "create", "text-events").out()).isEqualTo("one.text-events: exists\n");
        await().untilAsserted(
                        () -> assertThat(run(prefix, "topics", "list").out()) // the broker tells itself in its own time
                                .containsPattern("one\\.text-events +3 partitions")
                                .containsPattern("one\\.verdicts +missing"));
        assertThat(run(prefix, "topics", "describe", "text-events", "verdicts").out())
                .contains("cleanup.policy = delete\n")
                .contains("assay topics create one.verdicts");
    }

    @Test
    void createsAllAsDesigned() {
        Ended created = run("topic.prefix=all.", "topics", "create");
        assertThat(created.code()).isZero();
        assertThat(created.out().lines()).hasSize(7).allMatch(line -> line.contains("created"));
        await().untilAsserted(() -> assertThat(
                        run("topic.prefix=all.", "topics", "describe").out())
                .contains("cleanup.policy = compact")
                .doesNotContain("designed", "missing"));
    }

    @Test
    void growsEventsAndTheirChangelogTogether() {
        String prefix = "topic.prefix=grown.";
        broker.createTopics(2, "grown.text-events", "grown.verdicts");
        assertThat(run(prefix, "topics", "grow", "--partitions", "3").out())
                .isEqualTo("grown.text-events: 3 partitions, 2 before\n");
        broker.createTopics(2, "grown-detection-pending-changelog");
        assertThat(run(prefix, "topics", "grow", "--partitions", "3").out())
                .startsWith("grown-detection-pending-changelog: 3 partitions, 2 before\n")
                .contains("\ngrown.text-events: 3 partitions already\n");
        assertThat(run(prefix, "topics", "grow", "--partitions", "3", "verdicts")
                        .out())
                .isEqualTo("grown.verdicts: 3 partitions, 2 before\n");
        Ended fewer = run(prefix, "topics", "grow", "--partitions", "1");
        assertThat(fewer.code()).isEqualTo(1);
        assertThat(fewer.err()).contains("has 3 partitions, more than 1").hasLineCount(1);
        assertThat(run(prefix, "topics", "grow", "--partitions", "4", "dead-letters")
                        .err())
                .contains("grown.dead-letters", "assay topics create")
                .hasLineCount(1);
    }

    @Test
    void growsRecordSizesAndLowersNone() {
        String prefix = "topic.prefix=large.";
        run(prefix, "topics", "create", "text-events", "verdicts");
        broker.createTopics(List.of(
                new NewTopic("large.calibrations", 1, (short) 1).configs(Map.of("max.message.bytes", "1048588"))));
        await().untilAsserted(
                        () -> assertThat(run(prefix, "topics", "list").out()) // the broker tells itself in its own time
                                .containsPattern("large\\.text-events +6 partitions")
                                .containsPattern("large\\.verdicts +6 partitions"));
        Ended larger = run(prefix, "topics", "grow", "--set", "event.max.bytes=4194304");
        assertThat(larger.out().lines())
                .containsExactly(
                        "large.text-events: max.message.bytes 4259840, 1114112 before",
                        "large.verdicts: max.message.bytes 4259840, 1114112 before",
                        "large.calibrations: max.message.bytes 8388608, 1048588 before");
        assertThat(run(prefix, "topics", "grow").out()).isEmpty();
        assertThat(run(prefix, "topics", "grow", "--partitions", "0").code()).isEqualTo(2);
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(run("topic.prefix=x.", "topics", "create", "verdict").err())
                .contains("topic verdict:")
                .contains("x.verdicts")
                .hasLineCount(1);
        Ended replicas = run("topic.prefix=x.", "topics", "create", "--replication", "3");
        assertThat(replicas.code()).isEqualTo(1);
        assertThat(replicas.err())
                .contains("x.text-events")
                .contains("--replication")
                .hasLineCount(1);
        assertThat(Terminals.run("topics").code()).isEqualTo(2);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsOneLine() {
        Ended ended = Terminals.run("topics", "list", "--set", "bootstrap.servers=127.0.0.1:1");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("127.0.0.1:1")
                .contains("bootstrap.servers")
                .hasLineCount(1);
        Ended unknown = Terminals.run("topics", "list", "--set", "bootstrap.servers=nowhere.invalid:9092");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("nowhere.invalid").hasLineCount(1);
    }

    private static Ended run(String setting, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 4);
        all[args.length] = "--set";
        all[args.length + 1] = setting;
        all[args.length + 2] = "--set";
        all[args.length + 3] = "bootstrap.servers=" + broker.bootstrap();
        return Terminals.run(all);
    }
}
