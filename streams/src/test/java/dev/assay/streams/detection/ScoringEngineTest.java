package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.streams.event.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
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

    private void awaitWorkerIsBusy() {
        Awaitility.await()
                .until(() -> metrics.get("assay.score.in.flight").gauge().value() == 1);
    }

    private ScoringEngine engine() {
        return new ScoringEngine(this::assess, new EngineSettings(1, 1 << 20), metrics);
    }

    private CompletableFuture<Outcome> score(ScoringEngine engine, String text) {
        return engine.submit(TextInput.of(text), generation);
    }

    private Assessment assess(TextInput input) {
        switch (input.text()) {
            case "bad" -> throw new IllegalArgumentException("bad");
            case "deep" -> throw new StackOverflowError();
            case "huge" -> throw new OutOfMemoryError("planned");
            case "broken" -> throw new InternalError("planned");
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
}
