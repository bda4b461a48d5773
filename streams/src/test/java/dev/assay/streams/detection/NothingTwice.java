package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

/** No event has two verdicts or two dead letters. */
final class NothingTwice implements Guarantee {
    @Override
    public void check(Scenario.Run calm, Scenario.Run disturbed) {
        assertThat(disturbed.verdictIds()).doesNotHaveDuplicates();
        assertThat(disturbed.deadLetterOffsets()).doesNotHaveDuplicates();
    }
}
