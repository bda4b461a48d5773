package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.soak.Evidence.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each guarantee holds of a good run, and alone notices what only it is for. */
class GuaranteesTest {
    private static final Judged ONE = new Judged("e1", "a", "text-1", "x=1 ");
    private static final Judged TWO = new Judged("e2", "a", "text-2", "x=2 ");
    private static final Evidence GOOD = run(List.of(ONE, TWO), List.of("0-7"));

    @Test
    void allHoldOfAGoodRun() {
        assertThat(Guarantee.all())
                .allSatisfy(
                        guarantee -> assertThat(guarantee.breaches(GOOD, GOOD)).isEmpty());
    }

    @Test
    void aMissingVerdictIsLost() {
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE), List.of("0-7"))))
                .containsExactly("event e2 has no verdict");
    }

    @Test
    void aMissingDeadLetterIsLost() {
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE, TWO), List.of())))
                .containsExactly("record 0-7 has no dead letter");
    }

    @Test
    void secondsOfBothAreTwice() {
        assertThat(new NothingTwice().breaches(GOOD, run(List.of(ONE, TWO, TWO), List.of("0-7", "0-7"))))
                .containsExactly("event e2 has another verdict", "record 0-7 has another dead letter");
    }

    @Test
    void orderCountsWithinAKeyOnly() {
        assertThat(new OrderPerKey().breaches(GOOD, run(List.of(TWO, ONE), List.of("0-7"))))
                .containsExactly("verdict of e1 comes after that of e2");
        Judged other = new Judged("e1", "b", "text-1", "x=1 ");
        assertThat(new OrderPerKey().breaches(GOOD, run(List.of(TWO, other), List.of("0-7"))))
                .isEmpty();
    }

    @Test
    void oneBitIsAnotherScore() {
        Judged off = new Judged("e2", "a", "text-2", "x=3 ");
        assertThat(new SameScores().breaches(GOOD, run(List.of(ONE, off), List.of("0-7"))))
                .containsExactly("event e2 has other scores than in the calm run");
        Judged none = new Judged("e2", "a", "text-2", "");
        assertThat(new SameScores().breaches(GOOD, run(List.of(ONE, none), List.of("0-7"))))
                .containsExactly("event e2 has no scores");
        Judged again = new Judged("e3", "a", "text-2", "x=3 ");
        assertThat(new SameScores().breaches(run(List.of(TWO, again), List.of()), run(List.of(TWO), List.of())))
                .containsExactly("event e3 has other scores than its text had, without any fault");
    }

    @Test
    void aRecordTooManyOrTooFewIsNoBalance() {
        assertThat(new RecordsBalance().breaches(GOOD, run(List.of(ONE), List.of("0-7"))))
                .containsExactly("4 records in, but 1 verdicts + 1 dead letters + 1 tombstones");
    }

    private static Evidence run(List<Judged> verdicts, List<String> deadLetters) {
        return new Evidence(List.of("e1", "e2"), List.of("0-7"), 1, verdicts, deadLetters);
    }
}
