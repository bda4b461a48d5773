package dev.assay.detectors.decide;

/** Why an answer abstains. */
public enum Reason {
    /** Fewer scored tokens than the settings ask for. */
    TOO_SHORT,
    /** More tokens than the settings allow; not scored at all. */
    TOO_LONG,
    /** Normalization had to alter too large a share of the text. */
    ALTERED,
    /** In none of the languages the settings accept. */
    LANGUAGE,
    /** Not running text: code, tables, digits, lists of addresses. */
    NOT_PROSE,
    /** Repeats itself so much that any model finds it easy: refrains, serial letters, lists of one pattern. */
    REPETITIVE,
    /** No calibration has enough references for the target rate. */
    NO_CALIBRATION,
    /** The deciding detector is undefined for this text. */
    UNDEFINED,
    /** The model gave no usable numbers. */
    MODEL_FAULT,
    /** Load was shed before the text was scored. */
    SHED,
    /** It does not abstain. */
    NONE
}
