package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

/** Records in = verdicts + dead letters + tombstones, counted as records. */
final class RecordsBalance implements Guarantee {
    @Override
    public void check(Scenario.Run calm, Scenario.Run disturbed) {
        int in = disturbed.events().size();
        int tombstones = (int) disturbed.events().stream()
                .filter(event -> event.value() == null)
                .count();
        assertThat(tombstones).isEqualTo(Scenario.TOMBSTONES);
        assertThat(disturbed.verdicts().size() + disturbed.deadLetters().size() + tombstones)
                .isEqualTo(in);
        assertThat(calm.counts().isBalanced()).isTrue();
    }
}
