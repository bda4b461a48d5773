package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.soak.Evidence.Buried;
import dev.assay.streams.soak.Evidence.Input;
import dev.assay.streams.soak.Evidence.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each guarantee holds of a good run, and alone notices what only it is for. */
class GuaranteesTest {
    private static final Judged ONE = verdict("e1", "text-1", "x=1 ");
    private static final Judged TWO = verdict("e2", "text-2", "x=2 ");
    private static final Judged EMPTY = verdict("e3", "no text", "");
    private static final Buried LETTER = new Buried("0-7", "UndecodableEventException");
    private static final List<Input> INPUTS = List.of(
            input("e1", "a", Due.VERDICT),
            input("e2", "a", Due.VERDICT),
            new Input("e3", "0-3", "e3", "b", Optional.of("empty text"), Due.EITHER),
            new Input("0-7", "0-7", "events-0-7", "a", Optional.empty(), Due.DEAD_LETTER),
            input("0-8", "a", Due.NOTHING));
    private static final Evidence GOOD = run(List.of(ONE, TWO, EMPTY), List.of(LETTER));

    @Test
    void allHoldOfAGoodRun() {
        assertThat(Guarantee.all())
                .allSatisfy(
                        guarantee -> assertThat(guarantee.breaches(GOOD, GOOD)).isEmpty());
    }

    @Test
    void aMissingVerdictIsLost() {
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE, EMPTY), List.of(LETTER))))
                .containsExactly("record e2 has no verdict");
    }

    @Test
    void aMissingDeadLetterIsLost() {
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE, TWO, EMPTY), List.of())))
                .containsExactly("record 0-7 has no dead letter");
    }

    @Test
    void theWrongOneOfBothIsLostToo() {
        Evidence wrong = run(List.of(ONE, EMPTY, verdict("0-7", "text-3", "")), List.of(new Buried("e2", "x")));
        assertThat(new NothingLost().breaches(GOOD, wrong))
                .containsExactly(
                        "record e2 has no verdict but a dead letter", "record 0-7 has no dead letter but a verdict");
    }

    @Test
    void anOddRecordMayComeToEitherButNotToNeither() {
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE, TWO), List.of(LETTER))))
                .containsExactly("empty text e3 has neither verdict nor dead letter");
        assertThat(new NothingLost().breaches(GOOD, run(List.of(ONE, TWO), List.of(LETTER, new Buried("e3", "x")))))
                .isEmpty();
    }

    @Test
    void secondsOfBothAreTwice() {
        assertThat(new NothingTwice().breaches(GOOD, run(List.of(ONE, TWO, TWO), List.of(LETTER, LETTER))))
                .containsExactly(
                        "record e2 has a verdict after a verdict", "record 0-7 has a dead letter after a dead letter");
        assertThat(new NothingTwice().breaches(GOOD, run(List.of(ONE), List.of(new Buried("e1", "x")))))
                .containsExactly("record e1 has a dead letter after a verdict");
    }

    @Test
    void orderCountsWithinAKeyOnly() {
        assertThat(new OrderPerKey().breaches(GOOD, run(List.of(TWO, ONE), List.of(LETTER))))
                .containsExactly("verdict of e1 comes after that of e2");
        assertThat(new OrderPerKey().breaches(GOOD, run(List.of(EMPTY, ONE, TWO), List.of(LETTER))))
                .isEmpty();
    }

    @Test
    void oneBitIsAnotherScore() {
        Judged off = verdict("e2", "text-2", "x=3 ");
        assertThat(new SameScores().breaches(GOOD, run(List.of(ONE, off), List.of())))
                .containsExactly("record e2 has other scores than in the calm run");
        Judged none = verdict("e2", "text-2", "");
        assertThat(new SameScores().breaches(GOOD, run(List.of(ONE, none), List.of())))
                .containsExactly("record e2 has no scores");
        Judged again = verdict("e1", "text-2", "x=3 ");
        assertThat(new SameScores().breaches(run(List.of(TWO, again), List.of()), run(List.of(TWO), List.of())))
                .containsExactly("record e1 has other scores than its text had, without any fault");
    }

    @Test
    void anOddRecordComesToWhatItsKindComesTo() {
        assertThat(new SameOutcome().breaches(GOOD, run(List.of(ONE, TWO), List.of(LETTER, new Buried("e3", "x")))))
                .containsExactly("empty text comes to another outcome than in the calm run: [dead letter]");
        assertThat(new SameOutcome().breaches(run(List.of(ONE, TWO), List.of(LETTER)), GOOD))
                .isEmpty(); // the calm run had none of the kind
    }

    @Test
    void aVerdictNamesItsEvent() {
        Judged other = new Judged("e2", "e1", "text-2", "x=2 ");
        assertThat(new SameOutcome().breaches(GOOD, run(List.of(ONE, other), List.of())))
                .containsExactly("verdict of e2 names event e1");
        assertThat(new SameOutcome().breaches(GOOD, run(List.of(ONE, verdict("e9", "text-1", "x=1 ")), List.of())))
                .containsExactly("verdict of e9, which never went in");
    }

    @Test
    void aRecordTooManyOrTooFewIsNoBalance() {
        assertThat(new RecordsBalance().breaches(GOOD, run(List.of(ONE), List.of(LETTER))))
                .containsExactly("5 records in, but 1 verdicts + 1 dead letters + 1 tombstones");
        assertThat(new RecordsBalance().breaches(GOOD, run(List.of(ONE, TWO, EMPTY, ONE), List.of(LETTER))))
                .hasSize(1);
    }

    @Test
    void whatWasDeletedUnreadIsMissingAndNothingElse() {
        List<Input> inputs = new ArrayList<>(INPUTS);
        inputs.set(1, INPUTS.get(1).lost());
        Evidence without = new Evidence(inputs, List.of(ONE, EMPTY), List.of(LETTER));
        assertThat(Guarantee.all())
                .allSatisfy(guarantee ->
                        assertThat(guarantee.breaches(GOOD, without)).isEmpty());
        Evidence less = new Evidence(inputs, List.of(EMPTY), List.of(LETTER));
        assertThat(new NothingLost().breaches(GOOD, less)).containsExactly("record e1 has no verdict");
        assertThat(new RecordsBalance().breaches(GOOD, less)).hasSize(1);
        Evidence more = new Evidence(inputs, List.of(ONE, TWO, EMPTY), List.of(LETTER));
        assertThat(new RecordsBalance().breaches(GOOD, more)).hasSize(1);
    }

    private static Input input(String name, String line, Due due) {
        return new Input(name, "0-" + name, name, line, Optional.empty(), due);
    }

    private static Judged verdict(String name, String text, String scores) {
        return new Judged(name, name, text, scores);
    }

    private static Evidence run(List<Judged> verdicts, List<Buried> deadLetters) {
        return new Evidence(INPUTS, verdicts, deadLetters);
    }
}
