package dev.assay.streams.soak;

/** What must come of a record. */
public enum Due {
    /** One verdict. */
    VERDICT,
    /** One dead letter: it holds no event. */
    DEAD_LETTER,
    /** One of both: the same for all records of its kind. */
    EITHER,
    /** Nothing: a tombstone. */
    NOTHING,
    /** At most one of both: it may have been deleted before anybody read it. */
    PERHAPS
}
