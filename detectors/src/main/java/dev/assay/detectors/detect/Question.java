package dev.assay.detectors.detect;

/** What is asked of a text. */
public enum Question {
    /** Was it written by a language model? */
    MACHINE,
    /** Was it in a language model's pretraining data? */
    MEMBERSHIP
}
