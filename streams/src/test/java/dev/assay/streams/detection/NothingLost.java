package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event has a verdict or a dead letter. */
final class NothingLost implements Guarantee {
    @Override
    public void check(Scenario.Run calm, Scenario.Run disturbed) {
        assertThat(disturbed.verdictIds()).containsAll(Scenario.ids());
        assertThat(disturbed.deadLetterOffsets()).containsAll(calm.deadLetterOffsets());
    }
}
