package dev.assay.detectors.decide;

/** What is said of a text. FLAGGED and CLEARED answer the machine question, FAMILIAR and UNREMARKABLE the membership question. */
public enum Decision {
    /** Scores so high that at most the target share of human texts does. */
    FLAGGED,
    /** Not flagged at this rate; never "human". */
    CLEARED,
    /** Familiar to the model, beyond the target share of the reference texts. */
    FAMILIAR,
    /** Not familiar at this rate; never "not a member". */
    UNREMARKABLE,
    /** No decision; the {@link Reason} says why. */
    ABSTAINED
}
