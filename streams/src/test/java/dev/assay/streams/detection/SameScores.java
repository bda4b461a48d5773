package dev.assay.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

/** Each event's scores are those of a run without faults, bit for bit. */
final class SameScores implements Guarantee {
    @Override
    public void check(Scenario.Run calm, Scenario.Run disturbed) {
        assertThat(calm.scoreBits())
                .hasSize(Scenario.EVENTS)
                .allSatisfy((event, scores) ->
                        assertThat(scores.get("log-likelihood")).isNotNull());
        assertThat(disturbed.scoreBits()).isEqualTo(calm.scoreBits());
    }
}
