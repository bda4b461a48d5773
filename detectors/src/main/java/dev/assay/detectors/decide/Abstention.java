package dev.assay.detectors.decide;

/**
 * Why no question is decided for a text. The first that holds, in this order: TOO_SHORT, TOO_LONG, ALTERED, NOT_PROSE, LANGUAGE. What
 * is no prose is said to be that, and not to be in the language that code or digits happen to resemble. After these each question may
 * still abstain for itself: UNDEFINED, then NO_CALIBRATION.
 */
final class Abstention {
    private Abstention() {}

    /** The reason, or NONE. */
    static Reason of(Evidence evidence, DecisionRules rules) {
        if (evidence.tokens() < rules.minTokens()) {
            return Reason.TOO_SHORT;
        }
        if (evidence.tokens() > rules.maxTokens()) {
            return Reason.TOO_LONG;
        }
        if (evidence.alterations().share() > rules.maxAlteredShare()) {
            return Reason.ALTERED;
        }
        if (!evidence.prose()) {
            return Reason.NOT_PROSE;
        }
        boolean accepted = evidence.language() != null && rules.languages().contains(evidence.language());
        return accepted ? Reason.NONE : Reason.LANGUAGE;
    }
}
