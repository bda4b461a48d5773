package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.streams.event.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ScoringEngineTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Generation generation = new Generation();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void aFaultOfTheTextIsAnOutcomeAndOneOfTheMachineIsNot() {
        try (ScoringEngine engine = engine()) {
            assertThat(score(engine, "good")).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class);
            assertThat(score(engine, "bad")).succeedsWithin(SOON).isInstanceOf(Outcome.Failed.class);
            assertThat(score(engine, "deep")).succeedsWithin(SOON).isInstanceOf(Outcome.Failed.class);
            assertThat(score(engine, "huge")).succeedsWithin(SOON).isInstanceOf(Outcome.Failed.class);
            assertThat(score(engine, "broken"))
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .havingRootCause()
                    .isInstanceOf(InternalError.class);
            assertThat(score(engine, "good")).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class);
        }
        assertThat(metrics.get("assay.score.texts").counter().count()).isEqualTo(2);
        assertThat(metrics.get("assay.score.failures").counters()).hasSize(4);
    }

    @Test
    void whatNobodyWantsIsNotScored() {
        try (ScoringEngine engine = engine()) {
            var blocking = score(engine, "slow");
            var unwanted = score(engine, "good");
            awaitWorkerIsBusy();
            generation.end();
            gate.countDown();
            assertThat(blocking).succeedsWithin(SOON);
            assertThat(unwanted).failsWithin(SOON);
            assertThat(unwanted).isCancelled();
        }
        assertThat(metrics.get("assay.score.texts").counter().count()).isEqualTo(1);
    }

    @Test
    void closingGivesUpWhatWaits() {
        CompletableFuture<Outcome> running;
        CompletableFuture<Outcome> waiting;
        try (ScoringEngine engine = engine()) {
            running = score(engine, "slow");
            waiting = score(engine, "good");
            awaitWorkerIsBusy();
        }
        assertThat(running).isCompletedWithValueMatching(Outcome.Assessed.class::isInstance);
        assertThat(waiting).isCancelled();
    }

    @Test
    void aTextBeyondItsTimeFailsAndOthersAreScored() {
        try (ScoringEngine engine = hasty(2)) {
            var late = score(engine, "endless");
            var others = List.of(score(engine, "good"), score(engine, "good"), score(engine, "good"));
            assertThat(late)
                    .succeedsWithin(SOON)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure().message())
                                    .startsWith("TIMEOUT")
                                    .contains("text.timeout.seconds"));
            assertThat(others)
                    .allSatisfy(other -> assertThat(other).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class));
            awaitStuck(1);
            assertThat(engine.trouble()).as("another took over its work").isEmpty();
            gate.countDown();
            awaitStuck(0);
            assertThat(score(engine, "good")).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class);
        }
        assertThat(metrics.get("assay.score.failures")
                        .tag("cause", "TextTimeoutException")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("assay.score.texts").counter().count())
                .as("what the stuck worker brought in the end is ignored")
                .isEqualTo(4);
    }

    @Test
    void stuckWorkersAreReplacedUpToABoundAndThenItIsHelpless() {
        try (ScoringEngine engine = hasty(1)) {
            assertThat(List.of(score(engine, "endless"), score(engine, "endless")))
                    .allSatisfy(late -> assertThat(late).succeedsWithin(SOON));
            awaitStuck(2);
            assertThat(engine.isHelpless()).isTrue();
            assertThat(engine.trouble().orElseThrow()).contains("2 workers are stuck", "0 of 1 work");
            gate.countDown();
            Awaitility.await().until(() -> !engine.isHelpless());
            assertThat(score(engine, "good")).succeedsWithin(SOON).isInstanceOf(Outcome.Assessed.class);
        }
    }

    /** A stuck worker keeps no text from having all the memory, and the engine from closing no longer than five seconds. */
    @Test
    void aStuckWorkerHoldsBackNeitherOneThatRunsAloneNorTheEnd() {
        CompletableFuture<Void> closed;
        try (ScoringEngine engine = hasty(1)) {
            assertThat(score(engine, "endless")).succeedsWithin(SOON);
            assertThat(engine.submit(new Job(TextInput.of("good"), Rig.NOWHERE, generation, true)))
                    .succeedsWithin(SOON)
                    .isInstanceOf(Outcome.Assessed.class);
            closed = CompletableFuture.runAsync(engine::close);
            assertThat(closed).succeedsWithin(Duration.ofMinutes(1));
        }
        gate.countDown();
    }

    private void awaitStuck(int workers) {
        Awaitility.await().until(() -> metrics.get("assay.score.stuck").gauge().value() == workers);
    }

    /** A text may take a fifth of a second. */
    private ScoringEngine hasty(int workers) {
        return new ScoringEngine(
                this::assess, new EngineSettings(workers, 1 << 20, Duration.ofMillis(200), Optional.empty()), metrics);
    }

    private void awaitWorkerIsBusy() {
        Awaitility.await()
                .until(() -> metrics.get("assay.score.in.flight").gauge().value() == 1);
    }

    private ScoringEngine engine() {
        return new ScoringEngine(this::assess, new EngineSettings(1, 1 << 20), metrics);
    }

    private CompletableFuture<Outcome> score(ScoringEngine engine, String text) {
        return engine.submit(Rig.job(text, generation));
    }

    private Assessment assess(TextInput input) {
        switch (input.text()) {
            case "bad" -> throw new IllegalArgumentException("bad");
            case "deep" -> throw new StackOverflowError();
            case "huge" -> throw new OutOfMemoryError("planned");
            case "broken" -> throw new InternalError("planned");
            case "endless" -> await(gate::await);
            case "slow" -> assertThat(await()).isTrue();
            default -> {}
        }
        return Stubs.assess(input);
    }

    private boolean await() {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            return true; // the engine closes
        }
    }

    /** Code that hears no interrupt. */
    private static void await(Interruptible gate) {
        while (true) {
            try {
                gate.await();
                return;
            } catch (InterruptedException e) {
                // does not care
            }
        }
    }

    private interface Interruptible {
        void await() throws InterruptedException;
    }
}
