package dev.assay.detectors.normalize;

/** Ranges of code points. */
final class CodePoints {
    private CodePoints() {}

    /** Whether {@code first} ≤ {@code codePoint} ≤ {@code last}. */
    static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
