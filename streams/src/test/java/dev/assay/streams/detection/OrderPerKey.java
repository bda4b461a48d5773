package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

/** The verdicts of a key come in the order of its events. */
final class OrderPerKey implements Guarantee {
    @Override
    public void check(Scenario.Run calm, Scenario.Run disturbed) {
        assertThat(disturbed.numbersByKey())
                .hasSize(Scenario.KEYS)
                .allSatisfy((key, numbers) -> assertThat(numbers).isSorted());
    }
}
