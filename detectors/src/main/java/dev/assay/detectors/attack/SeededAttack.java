package dev.assay.detectors.attack;

import dev.assay.detectors.model.Sha256;
import java.util.Random;

/**
 * An attack that does the same to a text whenever it is asked: what is random is seeded by seed, attack, copy and text, and by no other
 * text.
 *
 * @param attack what is done
 * @param seed another one gives another change
 * @param strength in [0, 1]
 */
public record SeededAttack(Attack attack, long seed, double strength) {
    private static final int HEX = 16; // digits of a long
    private static final int DIGITS = 16;

    /** Refuses a strength that is none. */
    public SeededAttack {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength " + strength + ": give a number from 0 to 1");
        }
    }

    /** The text, changed; copies that differ in number differ in what is changed. */
    public String apply(String text, int copy) {
        return attack.apply(text, strength, random(attack.name(), seed, copy, text));
    }

    static Random random(String use, long seed, int copy, String text) {
        String hash = Sha256.of(String.join("\n", Long.toString(seed), use, Integer.toString(copy), text));
        return new Random(Long.parseUnsignedLong(hash.substring(0, DIGITS), HEX));
    }
}
