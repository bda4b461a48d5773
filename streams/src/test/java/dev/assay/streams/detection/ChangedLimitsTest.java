package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events that fitted what was set before and do not fit what is set now, or the other way round, on a real broker. */
class ChangedLimitsTest extends OnBroker {
    private static final int LARGE = 100_000;
    /**
     * The limit of the changelog is lowered while the application runs, which measures by the old one. The text takes longer than a commit's
     * interval; a shorter one never reaches the changelog, whose cache drops what is written and deleted between two commits.
     */
    @Test
    void oneThatTheChangelogRefuses() {
        CountDownLatch never = new CountDownLatch(1);
        assay.send("first");
        try (DetectionApplication application = BrokerRig.start(assay.settings(), input -> {
            if (input.text().length() == LARGE) {
                longerThanACommit(never);
            }
            return Stubs.assess(input);
        })) {
            assay.answers(0, 1);
            assay.limit(PendingStore.topic(assay.settings().applicationId()), LARGE / 2);
            assay.send("small", letters(LARGE), "small too");
            assertThat(assay.answers(1, 3)).singleElement().satisfies(letter -> {
                assertThat(BrokerRig.header(letter, "offset")).isEqualTo("2");
                assertThat(BrokerRig.header(letter, "message")).contains("3 faults", "RecordTooLargeException");
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    @Test
    void oneThatIsMoreThanTheProducerMaySend() {
        assay.send("small", letters(LARGE), "small too");
        Map<String, String> little = Map.of("producer.max.request.size", "50000");
        ApplicationSettings base = assay.settings();
        ApplicationSettings settings = new ApplicationSettings(
                base.bootstrap(),
                base.applicationId(),
                assay.topics,
                state,
                1,
                "classic",
                base.detection(),
                base.engine(),
                little);
        try (DetectionApplication application = BrokerRig.start(settings, Stubs::assess)) {
            assertThat(assay.answers(1, 2)).singleElement().satisfies(letter -> {
                assertThat(BrokerRig.header(letter, "offset")).isEqualTo("1");
                assertThat(BrokerRig.header(letter, "exception")).isEqualTo(OversizedPendingException.class.getName());
            });
            assertThat(application.isLive()).isTrue();
        }
    }

    /** Events were pending when it stopped, and the next start knows a smaller limit. */
    @Test
    void onesThatHaveBecomeTooLarge() {
        CountDownLatch never = new CountDownLatch(1);
        assay.send("one", "x".repeat(3000), "two");
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (DetectionApplication application = DetectionApplication.start(
                assay.settings(),
                input -> {
                    interruptibly(never);
                    return Stubs.assess(input);
                },
                Stubs.PORTS,
                metrics)) {
            BrokerRig.eventually(
                    () -> metrics.get("assay.score.pending").gauge().value() == 3);
            assertThat(application.isLive()).isTrue();
        }
        try (DetectionApplication application =
                BrokerRig.start(assay.settings(DetectionSettings.of(1024, 64)), Stubs::assess)) {
            assertThat(assay.answers(1, 2))
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(BrokerRig.header(letter, "offset")).isEqualTo("1"));
            assertThat(application.isLive()).isTrue();
        }
    }

    /** Events of another prefix stay pending for an application that has it; this one says so, and stops. */
    @Test
    void onesOfAnotherPrefix() {
        CountDownLatch never = new CountDownLatch(1);
        assay.send("one", "two");
        ApplicationSettings own = assay.settings();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (DetectionApplication application = DetectionApplication.start(
                own,
                input -> {
                    interruptibly(never);
                    return Stubs.assess(input);
                },
                Stubs.PORTS,
                metrics)) {
            BrokerRig.eventually(
                    () -> metrics.get("assay.score.pending").gauge().value() == 2);
            assertThat(application.isLive()).isTrue();
        }
        Topics others = new Topics("other-" + assay.topics.textEvents().name());
        assay.create(others);
        // Else the start would not go so far: the group has read nothing of that topic.
        assay.position(own.applicationId(), others.textEvents().name());
        try (DetectionApplication foreign =
                BrokerRig.start(assay.settings(others, own.detection(), own.engine()), Stubs::assess)) {
            BrokerRig.eventually(() -> !foreign.isLive());
            assertThat(foreign.failure().orElseThrow())
                    .contains(
                            assay.topics.textEvents().name(),
                            others.textEvents().name(),
                            "application.id");
        }
        try (DetectionApplication application = BrokerRig.start(own, Stubs::assess)) {
            assay.answers(0, 2);
            assertThat(application.isLive()).isTrue();
        }
    }

    /** A text that no compression makes much shorter. */
    private static String letters(int size) {
        return new Random(5)
                .ints(size, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void longerThanACommit(CountDownLatch never) {
        try {
            assertThat(never.await(2, TimeUnit.SECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void interruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
