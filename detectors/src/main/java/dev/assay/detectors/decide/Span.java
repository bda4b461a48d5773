package dev.assay.detectors.decide;

/**
 * A part of the original text that scores machine-like by itself: evidence for a reader, not a decision of its own (the p-values of
 * several spans are not corrected for being several).
 *
 * @param startByte first byte in the original's UTF-8
 * @param endByte byte after the last
 * @param startCharacter first code point in the original
 * @param endCharacter code point after the last
 * @param score the deciding detector's score of the span alone
 * @param pValue its conformal p-value among references of the span's own length, in (0, 1]
 */
public record Span(long startByte, long endByte, long startCharacter, long endCharacter, double score, double pValue) {}
