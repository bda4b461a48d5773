package dev.assay.detectors.attack;

import java.util.Random;

/** Puts a letter or a mark that does not belong there into words. */
final class StrayCharacters implements Attack {
    private static final String STRAY = "abcdefghijklmnopqrstuvwxyz.,;:'-_*~/";

    @Override
    public String name() {
        return "stray-characters";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.1;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(text, strength, random, word -> true, StrayCharacters::with);
    }

    private static String with(String word, Random random) {
        int[] letters = word.codePoints().toArray();
        int at = 1 + random.nextInt(letters.length);
        return Letters.inserted(letters, at, STRAY.charAt(random.nextInt(STRAY.length())));
    }
}
