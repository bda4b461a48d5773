package dev.assay.detectors.attack;

import java.util.List;
import java.util.Random;

/** Adds a word behind words: the same once more, or one of those that say little. */
final class Insertion implements Attack {
    private static final List<String> FILLERS = List.of(
            "really",
            "just",
            "also",
            "then",
            "actually",
            "very",
            "quite",
            "so",
            "again",
            "perhaps",
            "simply",
            "well",
            "now",
            "even",
            "still",
            "there",
            "maybe",
            "rather",
            "too",
            "of",
            "the",
            "to",
            "in",
            "that",
            "it");

    @Override
    public String name() {
        return "insertion";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.WORD;
    }

    @Override
    public double usualStrength() {
        return 0.15;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(text, strength, random, word -> true, Insertion::followed);
    }

    private static String followed(String word, Random random) {
        int first = word.codePointAt(0);
        if (Character.isIdeographic(first)) {
            return word + word;
        }
        boolean latin = Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN;
        String added = latin && random.nextInt(3) > 0 ? FILLERS.get(random.nextInt(FILLERS.size())) : word;
        return word + " " + added;
    }
}
