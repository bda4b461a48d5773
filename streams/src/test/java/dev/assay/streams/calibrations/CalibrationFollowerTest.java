package dev.assay.streams.calibrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.schemas.Topics;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.judge.Recalibration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalibrationFollowerTest {
    private static final Calibration NEWS = SampleCalibrations.of("fp32", "news");
    private static final Calibration FORUM = SampleCalibrations.of("fp32", "forum");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static LocalBroker broker;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Told judge = new Told();

    /** A judge of fp32 that remembers what it was told. */
    private static final class Told implements Recalibration {
        private final List<List<String>> domains = new CopyOnWriteArrayList<>();

        @Override
        public Optional<String> mismatch(Calibration calibration) {
            String precision = calibration.certificate().precision();
            return precision.equals("fp32") ? Optional.empty() : Optional.of("precision " + precision + ", not fp32");
        }

        @Override
        public void calibrate(List<Calibration> published) {
            domains.add(published.stream()
                    .map(each -> each.certificate().domain())
                    .sorted()
                    .toList());
        }

        @Override
        public List<String> inForce() {
            List<String> all = new ArrayList<>(List.of("shipped"));
            all.addAll(domains.isEmpty() ? List.of() : domains.get(domains.size() - 1));
            return all;
        }

        private void awaitDomains(String... last) {
            await().atMost(PATIENCE)
                    .until(() -> !domains.isEmpty()
                            && domains.get(domains.size() - 1).equals(List.of(last)));
        }
    }

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static CalibrationTopic named(String prefix) {
        return new CalibrationTopic(
                new Topics(prefix).calibrations().name(), Map.of("bootstrap.servers", broker.bootstrap()));
    }

    private static CalibrationTopic created(String prefix) {
        broker.createTopics(
                List.of(new Topics(prefix).calibrations().request(Optional.empty(), Optional.of((short) 1))));
        return named(prefix);
    }

    private static void publish(CalibrationTopic topic, Calibration... calibrations) {
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            for (Calibration each : calibrations) {
                publisher.publish(each.id(), SampleCalibrations.json(each));
            }
        }
    }

    private static void revoke(CalibrationTopic topic, Calibration calibration) {
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            publisher.revoke(calibration.id());
        }
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Test
    void readsWhatIsThereBeforeItStarts() {
        CalibrationTopic topic = created("there.");
        publish(topic, NEWS, FORUM);
        revoke(topic, FORUM);
        try (CalibrationFollower follower = CalibrationFollower.start(topic, judge, meters)) {
            assertThat(follower).isNotNull();
            assertThat(judge.domains).containsExactly(List.of("news"));
            assertThat(gauge("assay.calibrations.in.force")).isEqualTo(2);
        }
    }

    @Test
    void followsWhatComesAndGoes() {
        CalibrationTopic topic = created("follows.");
        try (CalibrationFollower follower = CalibrationFollower.start(topic, judge, meters)) {
            assertThat(follower).isNotNull();
            assertThat(judge.domains).isEmpty();
            assertThat(gauge("assay.calibrations.in.force")).isEqualTo(1);
            publish(topic, NEWS);
            judge.awaitDomains("news");
            publish(topic, FORUM);
            judge.awaitDomains("forum", "news");
            revoke(topic, NEWS);
            judge.awaitDomains("forum");
            revoke(topic, FORUM);
            judge.awaitDomains();
        }
    }

    @Test
    void passesOverTheForeignAndTheBroken() {
        CalibrationTopic topic = created("odd.");
        publish(topic, SampleCalibrations.of("int8", "news"));
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            publisher.publish("broken", "{}".getBytes(StandardCharsets.UTF_8));
        }
        try (CalibrationFollower follower = CalibrationFollower.start(topic, judge, meters)) {
            assertThat(follower).isNotNull();
            assertThat(gauge("assay.calibrations.passed.over", "reason", "foreign"))
                    .isEqualTo(1);
            assertThat(gauge("assay.calibrations.passed.over", "reason", "broken"))
                    .isEqualTo(1);
            publish(topic, NEWS);
            judge.awaitDomains("news");
            try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
                publisher.revoke("broken");
            }
            await().atMost(PATIENCE).until(() -> gauge("assay.calibrations.passed.over", "reason", "broken") == 0);
            assertThat(judge.domains).containsExactly(List.of("news"));
        }
    }

    @Test
    void aTopicMadeAnewIsReadAnew() throws Exception {
        CalibrationTopic topic = created("anew.");
        publish(topic, NEWS, SampleCalibrations.of("int8", "news"));
        try (CalibrationFollower follower = CalibrationFollower.start(topic, judge, meters)) {
            assertThat(follower).isNotNull();
            judge.awaitDomains("news");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                admin.deleteTopics(List.of(topic.name())).all().get();
                await().atMost(PATIENCE)
                        .until(() -> !admin.listTopics().names().get().contains(topic.name()));
            }
            assertThat(judge.domains).containsExactly(List.of("news")); // what is in force stays
            publish(created("anew."), FORUM);
            judge.awaitDomains("forum");
        }
    }

    @Test
    void withoutTopicTheJudgeStaysAsItIs() {
        try (CalibrationFollower follower = CalibrationFollower.start(named("none."), judge, meters)) {
            assertThat(follower).isNotNull();
            assertThat(judge.domains).isEmpty();
            assertThat(gauge("assay.calibrations.in.force")).isEqualTo(1);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.listTopics().names().toCompletionStage())
                    .succeedsWithin(PATIENCE)
                    .satisfies(names -> assertThat(names).doesNotContain("none.calibrations"));
        }
    }

    @Test
    void brokersThatDoNotAnswerStopTheStartInOneLine() {
        CalibrationTopic nowhere =
                new CalibrationTopic("assay.calibrations", Map.of("bootstrap.servers", "127.0.0.1:1"));
        assertThatThrownBy(() -> CalibrationFollower.start(nowhere, judge, meters))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("assay.calibrations")
                .hasMessageNotContaining("\n");
        assertThat(judge.domains).isEmpty();
    }

    @Test
    void aCalibrationThatIsTooLargeIsRefusedInOneLine() {
        CalibrationTopic topic = created("large.");
        try (CalibrationPublisher publisher = new CalibrationPublisher(topic)) {
            byte[] large = new byte[Topics.CALIBRATION_LIMIT];
            assertThatThrownBy(() -> publisher.publish("large", large))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContainingAll("large", Integer.toString(large.length), "assay topics grow");
        }
        assertThat(topic.read().all()).isEmpty();
        publish(topic, SampleCalibrations.of("fp32", "news", 60_000)); // more than Kafka's own limit of 1 MiB
        assertThat(topic.read().used()).hasSize(1);
    }
}
