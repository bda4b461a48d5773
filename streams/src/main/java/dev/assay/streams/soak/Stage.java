package dev.assay.streams.soak;

import dev.assay.schemas.Topics;
import dev.assay.streams.WallClock;
import dev.assay.streams.broker.BrokerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What a fault acts upon, and the means to see what it does.
 *
 * @param brokers the brokers of the run
 * @param topics its topics
 * @param fleet its instances
 * @param events its events
 * @param feeder who sends them
 * @param witness who sees its results
 * @param former what went into topics that are no more
 * @param random by which moments and victims are chosen
 * @param rate records that go in, a second
 */
record Stage(
        List<BrokerProcess> brokers,
        Topics topics,
        Fleet fleet,
        EventSource events,
        Feeder feeder,
        Witness witness,
        Former former,
        Random random,
        double rate) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration ROUND = Duration.ofMillis(500);

    /** Copies the list. */
    Stage {
        brokers = List.copyOf(brokers);
    }

    /** The broker, or of several the first. */
    BrokerProcess broker() {
        return brokers.get(0);
    }

    /** Where clients connect. */
    String bootstrap() {
        return broker().bootstrap();
    }

    /** Waits until some hundred more events have been answered, a seeded number. */
    void letPass() throws InterruptedException {
        int goal = witness.answered() + 150 + random.nextInt(300);
        await(() -> witness.answered() >= goal, "answers to more events");
    }

    /** Waits until all instances are ready. */
    void awaitReady() throws InterruptedException {
        await(fleet::isReady, "all instances to be ready");
    }

    /** Waits until somebody has events in flight, and tells how many. */
    int awaitInFlight(IntSupplier who) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            int inFlight = who.getAsInt();
            if (inFlight > 0) {
                return inFlight;
            }
            witness.await(() -> false, GLANCE);
        }
        throw tooLong("events in flight");
    }

    /** Looks out for verdicts that are made from now on. */
    @WallClock
    Recovery lookOut() {
        return witness.lookOut(System.currentTimeMillis());
    }

    /** Looks out for verdicts that come from now on, whatever their clock says. */
    Recovery lookOutForAny() {
        return witness.lookOut(Long.MIN_VALUE);
    }

    /** Waits until each partition has a new verdict. */
    void awaitRecovery(Recovery recovery) throws InterruptedException {
        await(recovery::isComplete, "a new verdict of each partition");
    }

    /** Waits, and starts again what ends meanwhile. */
    void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!witness.await(condition, ROUND)) {
            fleet.mend();
            if (System.nanoTime() > end) {
                throw tooLong(what);
            }
        }
    }

    /** A question that may be interrupted. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws InterruptedException;
    }

    /** Waits for the answer to a question that is not asked too often; what ends meanwhile is started again. */
    void untilTrue(Question question, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.ask()) {
            pass(ROUND);
            if (System.nanoTime() > end) {
                throw tooLong(what);
            }
        }
    }

    /** Waits for all answers; only standing still takes too long. */
    void awaitAnswers(int count) throws InterruptedException {
        while (witness.answered() < count) {
            int before = witness.answered();
            await(() -> witness.answered() > before, "the next of " + count + " answers, after " + before);
        }
    }

    /** Lets a time pass, while what ends is started again. */
    void pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        await(() -> System.nanoTime() >= end, "the time to pass");
    }

    private static SoakFailure tooLong(String what) {
        return new SoakFailure("waited " + PATIENCE.toMinutes() + " minutes in vain for " + what
                + "; see app.log and broker.log in the run's folder.");
    }
}
