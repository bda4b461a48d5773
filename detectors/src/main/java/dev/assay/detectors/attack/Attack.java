package dev.assay.detectors.attack;

import java.util.Random;

/**
 * A way to change a text. A pure function of text, strength and random numbers, in time linear in the text; thread-safe. A text that
 * holds nothing to change (no article for {@code articles}, one sentence for {@code shuffle}) comes back as it was. Surrogate pairs
 * stay whole.
 */
public interface Attack {
    /** What it is called, in lower case. */
    String name();

    /** What it changes. */
    AttackGroup group();

    /** The strength it has where nobody says another, in (0, 1]. */
    double usualStrength();

    /**
     * The changed text.
     *
     * @param text any UTF-16; may be empty
     * @param strength share of what the attack counts (words, unless its class says otherwise) that is changed, in [0, 1]; above 0 at
     *     least one is
     * @param random the only source of chance; {@link Random} draws the same numbers on every Java
     */
    String apply(String text, double strength, Random random);
}
