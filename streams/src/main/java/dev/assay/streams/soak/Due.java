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
    /** Nothing: its topic was deleted before anybody had read it. */
    LOST
}
