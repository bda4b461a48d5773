package dev.assay.detectors;

/**
 * A text to be judged, with what is known of it.
 *
 * @param text the text as the platform has it
 * @param language ISO 639-1 code, or null to have it identified
 * @param domain kind of text by which calibrations are chosen, such as {@code news}, or null when unknown
 */
public record TextInput(String text, String language, String domain) {
    /** A text of which nothing is known. */
    public static TextInput of(String text) {
        return new TextInput(text, null, null);
    }
}
