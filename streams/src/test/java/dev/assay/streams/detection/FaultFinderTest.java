package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.ModelMemoryException;
import dev.assay.streams.event.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultFinderTest {
    private final Semaphore places = Seat.places();
    private final List<String> tried = Collections.synchronizedList(new ArrayList<>());

    static Stream<Supplier<Throwable>> wantsOfMemory() {
        return Stream.of(
                () -> new OutOfMemoryError("planned"), () -> new ModelMemoryException("planned", new Exception()));
    }

    @ParameterizedTest
    @MethodSource("wantsOfMemory")
    void aTextWithoutMemoryEvenAloneIsAtFault(Supplier<Throwable> want) {
        FaultFinder finder = new FaultFinder(input -> {
            tried.add(input.text());
            return input.text().equals("huge") ? fail(want.get()) : Stubs.assess(input);
        });
        assertThat(score(finder, "huge"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().exception())
                                .isEqualTo(want.get().getClass().getName()));
        assertThat(tried).as("twice, and then a short one").hasSize(3).startsWith("huge", "huge");
        assertThat(score(finder, "good")).isInstanceOf(Outcome.Assessed.class);
    }

    @ParameterizedTest
    @MethodSource("wantsOfMemory")
    void withoutMemoryForAnyTextTheMachineIs(Supplier<Throwable> want) {
        FaultFinder finder = new FaultFinder(input -> fail(want.get()));
        assertThatThrownBy(() -> score(finder, "good")).isInstanceOf(want.get().getClass());
    }

    @Test
    void aTextThatLacksMemoryIsTriedAgainWithNoOtherAtWork() throws Exception {
        CountDownLatch companyIsThere = new CountDownLatch(1);
        CountDownLatch companyMayLeave = new CountDownLatch(1);
        AtomicInteger atWork = new AtomicInteger();
        FaultFinder finder = new FaultFinder(input -> {
            int company = atWork.incrementAndGet();
            try {
                if (input.text().equals("company")) {
                    companyIsThere.countDown();
                    await(companyMayLeave);
                } else if (company > 1) {
                    companyMayLeave.countDown();
                    throw new OutOfMemoryError("shared");
                }
                return Stubs.assess(input);
            } finally {
                atWork.decrementAndGet();
            }
        });
        CompletableFuture<Outcome> company =
                CompletableFuture.supplyAsync(() -> score(finder, "company"), FaultFinderTest::start);
        await(companyIsThere);
        assertThat(score(finder, "large")).isInstanceOf(Outcome.Assessed.class);
        assertThat(company.get()).isInstanceOf(Outcome.Assessed.class);
    }

    @Test
    void aTextAtWhichTheModelFailsIsAtFaultIfTheModelWorks() {
        FaultFinder finder = new FaultFinder(input -> {
            tried.add(input.text());
            return input.text().equals("odd") ? fail(new ModelFaultException("NaN at token 3")) : Stubs.assess(input);
        });
        assertThat(score(finder, "odd"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().message()).isEqualTo("NaN at token 3"));
        assertThat(tried).hasSize(2);
    }

    @Test
    void aModelThatFailsAtEveryTextIsTheMachinesFault() {
        FaultFinder finder = new FaultFinder(input -> fail(new ModelFaultException("NaN at token 0")));
        assertThatThrownBy(() -> score(finder, "good")).isInstanceOf(ModelFaultException.class);
    }

    @Test
    void anyOtherErrorLeavesTheTextSuspectIfTheModelWorks() {
        FaultFinder finder = new FaultFinder(
                input -> input.text().equals("odd") ? fail(new AssertionError("planned")) : Stubs.assess(input));
        assertThatThrownBy(() -> score(finder, "odd"))
                .isInstanceOf(SuspectTextException.class)
                .hasRootCauseInstanceOf(AssertionError.class);
        FaultFinder broken = new FaultFinder(input -> fail(new AssertionError("planned")));
        assertThatThrownBy(() -> score(broken, "odd")).isInstanceOf(AssertionError.class);
    }

    private Outcome score(FaultFinder finder, String text) {
        return finder.score(TextInput.of(text), Seat.at(places));
    }

    private static void start(Runnable work) {
        new Thread(work).start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Assessment fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
