package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With ten minutes for a text: unready after three, dead after thirty-one. */
class VitalsTest {
    private long now;
    private Optional<String> trouble = Optional.empty();
    private boolean helpless;
    private final Progress progress = new Progress(() -> now);
    private final Vitals vitals = new Vitals(progress, Duration.ofMinutes(10), () -> trouble, () -> helpless);

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void nothingToDoIsNoStandstill() {
        pass(100_000);
        assertThat(vitals.dead()).isEmpty();
        assertThat(vitals.unready(0)).isEmpty();
    }

    @Test
    void whatIsPendingHasToMove() {
        pass(100_000);
        progress.pending(3);
        pass(180);
        assertThat(vitals.unready(0)).isEmpty();
        pass(1);
        assertThat(vitals.unready(0)).contains("nothing was read, scored or answered for 181 s, with 3 events pending");
        assertThat(vitals.dead()).isEmpty();
        pass(31 * 60);
        assertThat(vitals.dead().orElseThrow()).contains("3 events pending");
        progress.moved();
        assertThat(vitals.dead()).isEmpty();
        assertThat(vitals.unready(0)).isEmpty();
    }

    @Test
    void oneThatIsBeingReadHasTo() {
        progress.reads();
        pass(31 * 60 + 1);
        assertThat(vitals.dead()).isPresent();
        progress.hasRead();
        assertThat(vitals.dead()).isEmpty();
    }

    @Test
    void unreadRecordsThatHaveJustComeAreNoStandstill() {
        pass(100_000);
        assertThat(vitals.unready(5)).isEmpty();
        pass(180);
        assertThat(vitals.unready(5)).isEmpty();
        pass(1);
        assertThat(vitals.unready(5).orElseThrow()).endsWith("with 0 events pending, and 5 to be read");
        assertThat(vitals.dead()).isEmpty();
        assertThat(vitals.unready(0)).isEmpty();
        assertThat(vitals.unready(5)).isEmpty();
    }

    @Test
    void anEngineInTroubleSaysSo() {
        trouble = Optional.of("1 of 2 work");
        assertThat(vitals.unready(0)).isEqualTo(trouble);
        assertThat(vitals.dead()).isEmpty();
        helpless = true;
        assertThat(vitals.dead()).isEqualTo(trouble);
    }

    @Test
    void onlyCommittedAnswersCount() {
        progress.forgetAnswers(); // of other tests on this thread
        progress.answered();
        assertThat(progress.committed()).isZero();
        progress.hasCommitted();
        assertThat(progress.committed()).isEqualTo(1);
        progress.answered();
        progress.forgetAnswers();
        progress.hasCommitted();
        assertThat(progress.committed()).isEqualTo(1);
    }
}
