package dev.assay.detectors.decide;

/** How far a p-value lies under the target rate α. */
public enum Band {
    /** p ≤ α/10. */
    STRONG,
    /** p ≤ α/2. */
    MEDIUM,
    /** p > α/2. */
    WEAK;

    /** The band of p-value {@code p} at target rate {@code alpha}. */
    static Band of(double p, double alpha) {
        if (p <= alpha / 10) {
            return STRONG;
        }
        return p <= alpha / 2 ? MEDIUM : WEAK;
    }
}
