package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessor;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.emit.VerdictMapper;
import dev.assay.streams.emit.VerdictProvenance;
import dev.assay.streams.soak.Due;
import dev.assay.streams.soak.Guarantee;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One scenario on a real broker, once in peace and once with stream threads dying; then one test for each guarantee. */
class ExactlyOnceTest {
    private static final int FIRST = 300;
    private static final int APART = 250;
    private static final int DEATHS = 6;

    private static Scenario.Run calm;
    private static Scenario.Run disturbed;
    private static Faults faults;

    @BeforeAll
    static void runTwice(@TempDir Path state) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {}); // the dying threads' farewell
        try (Assessor model = StoriesModel.open();
                LocalBroker broker = LocalBroker.start()) {
            var ports = new DetectionTopology.Ports(
                    Stubs.READER, Stubs.WRITER, new VerdictMapper(VerdictProvenance.of(model)));
            Scenario scenario = new Scenario(broker, state);
            calm = scenario.run("calm.", model::assess, ports, new SimpleMeterRegistry());
            var metrics = new SimpleMeterRegistry();
            faults = new Faults(11, FIRST, APART, DEATHS, () ->
                    (int) metrics.get("assay.score.pending").gauge().value());
            disturbed = scenario.run("rough.", faults.wrap(model::assess), faults.wrap(ports), metrics);
        }
    }

    @AfterAll
    static void dieLoudlyAgain() {
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @TestFactory
    Stream<DynamicTest> guarantees() {
        return Guarantee.all().stream()
                .map(guarantee -> DynamicTest.dynamicTest(
                        guarantee.name(),
                        () -> assertThat(guarantee.breaches(calm.evidence(), disturbed.evidence()))
                                .isEmpty()));
    }

    @Test
    void bothRunsHadAllRecords() {
        assertThat(List.of(calm.evidence(), disturbed.evidence())).allSatisfy(run -> {
            assertThat(run.count(Due.VERDICT)).isEqualTo(Scenario.EVENTS);
            assertThat(run.count(Due.DEAD_LETTER)).isEqualTo(Scenario.UNREADABLE);
            assertThat(run.count(Due.NOTHING)).isEqualTo(Scenario.TOMBSTONES);
            assertThat(run.verdicts())
                    .allSatisfy(verdict -> assertThat(verdict.scoreBits()).contains("log-likelihood="));
        });
        assertThat(calm.counts().isBalanced()).isTrue();
    }

    @Test
    void threadsDiedWithEventsInFlight() {
        assertThat(faults.deaths())
                .hasSize(DEATHS)
                .allSatisfy(death -> assertThat(death.inFlight()).isPositive());
    }

    /** Before the first death already, each task took in more events than its ring has slots. */
    @Test
    void slotsHadWrapped() {
        int slots = ScoreSettings.of(Scenario.CAPACITY, "events", 1 << 20).slots();
        List<Faults.Death> deaths = faults.deaths();
        assertThat(deaths.get(0).callsBefore() / Scenario.PARTITIONS).isGreaterThan(slots);
    }
}
