package dev.assay.detectors.normalize;

/**
 * A text as it is scored, with the way back to the text as it was sent.
 *
 * @param original the text as sent; valid UTF-16
 * @param text the normalized text
 * @param starts for each UTF-16 unit of {@code text}: index in {@code original} where its source begins
 * @param ends for each UTF-16 unit of {@code text}: index in {@code original} just after its source
 * @param alterations what was changed
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention; copied nowhere on the hot path
public record NormalizedText(String original, String text, int[] starts, int[] ends, Alterations alterations) {}
