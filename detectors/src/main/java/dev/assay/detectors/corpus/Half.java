package dev.assay.detectors.corpus;

/** Which half of the documents a text belongs to, so that nothing is tested on what it was calibrated with. */
public enum Half {
    /** Thresholds may be learned from it. */
    CALIBRATION,
    /** Kept for measuring. */
    TEST
}
