package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.schemas.Topics;
import dev.assay.schemas.serde.MetricsSerializer;
import dev.assay.schemas.serde.VerdictDeserializer;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.metrics.MetricsApplication;
import dev.assay.streams.metrics.MetricsTopology;
import dev.assay.streams.records.RawSender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records of any time on a real broker, whose topics take no record from the future: verdicts, dead letters, the changelog of pending
 * events and that of measurements. The topic of events is a mirror's, which takes all.
 */
class RecordTimesTest {
    private static final Topics TOPICS = new Topics("times.");
    private static final long NOW = System.currentTimeMillis();
    private static final long[] TIMES = {
        -1,
        0,
        NOW - Duration.ofDays(365 * 30L).toMillis(),
        NOW,
        NOW + Duration.ofHours(2).toMillis(),
        NOW + Duration.ofDays(1).toMillis(),
        NOW + Duration.ofDays(365 * 300L).toMillis(),
        Long.MAX_VALUE
    };

    @TempDir
    Path state;

    @Test
    void areAnsweredAndHoldUpNobody() {
        try (LocalBroker broker = LocalBroker.start()) {
            create(broker);
            for (long time : TIMES) {
                RawSender.send(broker.bootstrap(), TOPICS.textEvents().name(), time, Rig.bytes("a text"));
                RawSender.send(broker.bootstrap(), TOPICS.textEvents().name(), time, new byte[] {(byte) 0xff});
            }
            // A verdict by a clock that is centuries ahead: what is measured of it goes through a topic, too.
            byte[] ahead = Rig.bytes("{\"event_id\":\"x\",\"decided_at\":\"2400-01-01T00:00:00Z\"}");
            RawSender.send(broker.bootstrap(), TOPICS.verdicts().name(), NOW, ahead);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            ApplicationSettings settings = settings(broker);
            try (TopicReader verdicts = new TopicReader(
                            broker.bootstrap(), TOPICS.verdicts().name());
                    TopicReader letters = new TopicReader(
                            broker.bootstrap(), TOPICS.deadLetters().name());
                    DetectionApplication detection =
                            DetectionApplication.start(settings, Stubs::assess, Stubs.PORTS, meters);
                    MetricsApplication counting = MetricsApplication.start(settings, metrics(), meters)) {
                await().pollInSameThread()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> verdicts.read().size() == TIMES.length + 1
                                && letters.read().size() == TIMES.length
                                && meters.get("assay.metrics.verdicts")
                                                .counter()
                                                .count()
                                        == TIMES.length + 1);
                assertThat(detection.failure()).isEmpty();
                assertThat(counting.failure()).isEmpty();
                assertThat(verdicts.readToEnd())
                        .extracting(ConsumerRecord::timestamp)
                        .allSatisfy(RecordTimesTest::isPast);
                assertThat(letters.readToEnd())
                        .extracting(ConsumerRecord::timestamp)
                        .allSatisfy(RecordTimesTest::isPast);
                assertThat(meters.get("kafka.stream.failed.stream.threads").functionCounters())
                        .allSatisfy(dead -> assertThat(dead.count()).isZero());
            }
        }
    }

    /** Internal topics refuse records from the future, too, as those of earlier versions do. */
    private ApplicationSettings settings(LocalBroker broker) {
        ApplicationSettings usual = Rig.settings(broker, TOPICS, state, 1);
        return new ApplicationSettings(
                usual.bootstrap(),
                usual.applicationId(),
                TOPICS,
                state,
                usual.threads(),
                usual.groupProtocol(),
                usual.detection(),
                usual.engine(),
                Map.of("topic.message.timestamp.after.max.ms", "3600000"));
    }

    private static void isPast(long timestamp) {
        assertThat(timestamp).isBetween(0L, System.currentTimeMillis());
    }

    private static void create(LocalBroker broker) {
        NewTopic events = new NewTopic(TOPICS.textEvents().name(), 1, (short) 1);
        String all = Long.toString(Long.MAX_VALUE);
        broker.createTopics(
                List.of(events.configs(Map.of("message.timestamp.after.max.ms", all, "retention.ms", "-1"))));
        broker.createTopics(
                1,
                TOPICS.verdicts().name(),
                TOPICS.deadLetters().name(),
                TOPICS.metrics().name());
    }

    private static MetricsTopology.Ports metrics() {
        VerdictDeserializer reader = new VerdictDeserializer();
        MetricsSerializer writer = new MetricsSerializer();
        writer.configure(Map.of(MetricsSerializer.FORMAT, "json"), false);
        return new MetricsTopology.Ports(() -> reader::deserialize, () -> writer::serialize);
    }
}
