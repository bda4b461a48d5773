package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.event.Failure;
import dev.assay.streams.event.SourcePosition;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static final SourcePosition EVENT = new SourcePosition("text-events", 0, 7);
    private static final SourcePosition OTHER = new SourcePosition("text-events", 0, 8);

    private final Suspects suspects = new Suspects(Set.of(OTHER.asId()));

    private void blame(int times) {
        for (int i = 0; i < times; i++) {
            suspects.blame(EVENT, new IllegalStateException("secret"));
        }
    }

    @Test
    void anEventIsGivenUpAfterThreeFaultsWithTheirCause() {
        blame(2);
        assertThat(suspects.verdict(EVENT)).isEmpty();
        blame(1);
        Failure verdict = suspects.verdict(EVENT).orElseThrow();
        assertThat(verdict.exception()).isEqualTo(RepeatedFaultException.class.getName());
        assertThat(verdict.message()).contains("3 faults", IllegalStateException.class.getName());
        assertThat(verdict.toString()).doesNotContain("secret");
        assertThat(suspects.verdict(OTHER)).isEmpty();
    }

    @Test
    void aFaultCountsOnceAtWhomItIsLaidFirst() {
        IllegalStateException fault = new IllegalStateException("of the event");
        for (int i = 0; i < 3; i++) {
            suspects.blame(EVENT, fault);
            suspects.blame(OTHER, new IllegalStateException("on its way up", fault));
        }
        assertThat(suspects.verdict(EVENT)).isEmpty();
        assertThat(suspects.verdict(OTHER)).isEmpty();
    }

    @Test
    void noEventIsToBlameForItsSurroundings() {
        for (int i = 0; i < 3; i++) {
            suspects.blame(EVENT, new StreamsException(new TimeoutException("broker")));
            suspects.blame(EVENT, new RegistryException("no answer"));
            suspects.blame(EVENT, new MachineFaultException(new IllegalStateException("of another event")));
        }
        assertThat(suspects.verdict(EVENT)).isEmpty();
    }

    @Test
    void whereItsDeadLetterIsUndoneOneMoreFaultWillDo() {
        blame(3);
        suspects.answered(EVENT);
        assertThat(suspects.verdict(EVENT)).isEmpty();
        blame(1);
        assertThat(suspects.verdict(EVENT)).isPresent();
    }

    @Test
    void oneIsTriedAtATime() {
        assertThat(suspects.isOfDeath(OTHER)).isTrue();
        assertThat(suspects.isOfDeath(EVENT)).isFalse();
        assertThat(suspects.beginTrial()).isTrue();
        assertThat(suspects.beginTrial()).isFalse();
        suspects.endTrial();
        suspects.answered(OTHER);
        assertThat(suspects.isOfDeath(OTHER)).isFalse();
        assertThat(suspects.beginTrial()).isTrue();
    }
}
