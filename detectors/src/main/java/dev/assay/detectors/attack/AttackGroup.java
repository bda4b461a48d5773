package dev.assay.detectors.attack;

/** What an attack changes. */
public enum AttackGroup {
    /** Letters, their case and the spaces between words. */
    CHARACTER,
    /** Whole words. */
    WORD,
    /** Sentences, paragraphs, the text's end. */
    STRUCTURE
}
