package dev.assay.detectors.decide;

/** What kind of evidence a membership decision rests on (METHODS §3). */
public enum Tier {
    /** One document's percentile among texts taken as non-members: familiar to the model, nothing more. */
    SIGNAL,
    /** A test over many documents of one source. */
    STATISTICAL,
    /** Runs of words found in a known corpus. */
    OVERLAP
}
