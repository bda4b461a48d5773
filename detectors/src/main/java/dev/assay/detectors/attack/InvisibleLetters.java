package dev.assay.detectors.attack;

import java.util.Random;

/** Puts a letter of no width, or one that is not drawn, into words. */
final class InvisibleLetters implements Attack {
    /** Zero-width space, non-joiner and joiner, word joiner, soft hyphen, grapheme joiner, Hangul filler. */
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\u00AD\u034F\u115F";

    @Override
    public String name() {
        return "invisible";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.2;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(text, strength, random, word -> true, InvisibleLetters::with);
    }

    private static String with(String word, Random random) {
        int[] letters = word.codePoints().toArray();
        int at = letters.length == 1 ? 1 : 1 + random.nextInt(letters.length - 1);
        return Letters.inserted(letters, at, INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
    }
}
