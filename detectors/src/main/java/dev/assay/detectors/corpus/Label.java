package dev.assay.detectors.corpus;

/** Who is known to have written a text. */
public enum Label {
    /** A person. */
    HUMAN,
    /** A language model. */
    MACHINE
}
