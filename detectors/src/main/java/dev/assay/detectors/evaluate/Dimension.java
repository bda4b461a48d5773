package dev.assay.detectors.evaluate;

import java.util.Locale;

/** By what texts are put into groups. */
public enum Dimension {
    DOMAIN,
    /** The model that wrote a machine text, measured against the human texts of its domains. */
    GENERATOR,
    /** Scored tokens, in classes. */
    LENGTH,
    /** The collection that a text was taken from. */
    SOURCE,
    LANGUAGE,
    /** Of the writers, as the file names it. */
    GROUP;

    /** Group of the texts that do not say. */
    public static final String UNKNOWN = "unknown";

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
