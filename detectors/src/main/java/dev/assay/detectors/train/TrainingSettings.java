package dev.assay.detectors.train;

import dev.assay.detectors.score.PooledStates;

/**
 * How numbers are learned.
 *
 * @param seed what all chance comes from
 * @param copies changed copies of each text, 0 or more
 * @param skip tokens left out at the front of each text, where some collections begin with a person's words; a multiple of {@value
 *     PooledStates#GROUP}
 * @param tokens most tokens of a text
 * @param ridge λ > 0, what is added to the diagonal of the covariance of standardized states
 */
public record TrainingSettings(long seed, int copies, int skip, int tokens, double ridge) {
    /** Checks the ranges; a wrong one is named with its range. */
    public TrainingSettings {
        require(copies >= 0, "copies", copies, "0 or more");
        require(
                skip >= 0 && skip % PooledStates.GROUP == 0,
                "skip",
                skip,
                "a multiple of " + PooledStates.GROUP + ", the tokens that states are summed over");
        require(tokens >= skip + PooledStates.GROUP, "tokens", tokens, "at least skip + " + PooledStates.GROUP);
        require(ridge > 0, "ridge", ridge, "more than 0");
    }

    private static void require(boolean holds, String setting, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(setting + " is " + value + ": set it to " + range);
        }
    }
}
