package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals.Ended;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleCommandTest {
    private static LocalBroker broker;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
        broker.createTopics(1, "assay.text-events");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void publishesAsManyAsAsked() throws Exception {
        long before = end();
        Ended ended = run("topic.prefix=assay.", "--events", "70");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("70 records sent to assay.text-events\n");
        assertThat(ended.code()).isZero();
        assertThat(end()).isEqualTo(before + 70);
    }

    @Test
    void goesOnUntilInterrupted() throws Exception {
        long before = end();
        Thread running = new Thread(() -> run("topic.prefix=assay.", "--events", "1", "--forever"));
        running.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> end() >= before + 2);
        running.interrupt();
        running.join(Duration.ofSeconds(60).toMillis());
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void namesATopicThatIsMissingAndANumberThatWillNotDo() {
        Ended missing = run("topic.prefix=none.");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("none.text-events", "assay topics create")
                .hasLineCount(1);
        assertThat(run("topic.prefix=assay.", "--events", "0").code()).isEqualTo(2);
    }

    private static Ended run(String setting, String... more) {
        String[] all = Arrays.copyOf(
                new String[] {"sample", "--set", setting, "--set", "bootstrap.servers=" + broker.bootstrap()},
                5 + more.length);
        System.arraycopy(more, 0, all, 5, more.length);
        return Terminals.run(all);
    }

    private static long end() throws Exception {
        TopicPartition partition = new TopicPartition("assay.text-events", 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }
}
