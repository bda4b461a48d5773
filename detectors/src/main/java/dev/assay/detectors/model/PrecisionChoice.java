package dev.assay.detectors.model;

/**
 * The precision that the default model is served in on a CPU.
 *
 * @param precision such as {@code int8}
 * @param why in a few words, for people
 * @param asked whether somebody asked for it, rather than that it is the fastest
 */
public record PrecisionChoice(String precision, String why, boolean asked) {
    @Override
    public String toString() {
        return precision + ": " + why;
    }
}
