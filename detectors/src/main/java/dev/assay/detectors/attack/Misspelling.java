package dev.assay.detectors.attack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Misspells words as people do: a neighbouring key, two letters in the wrong order, a letter twice or not at all, a usual confusion
 * ({@code ie} for {@code ei}, one consonant for two), or the well-known misspelling of that word. The first letter stays.
 */
final class Misspelling implements Attack {
    private static final int FEWEST = 3; // letters of a word that is misspelled
    private static final int KINDS = 5;

    /** What is confused, each way that it is confused. */
    private static final List<Map.Entry<String, String>> CONFUSIONS = List.of(
            Map.entry("ie", "ei"),
            Map.entry("ei", "ie"),
            Map.entry("ence", "ance"),
            Map.entry("ance", "ence"),
            Map.entry("ible", "able"),
            Map.entry("able", "ible"),
            Map.entry("ent", "ant"),
            Map.entry("ant", "ent"),
            Map.entry("ary", "ery"),
            Map.entry("tion", "sion"),
            Map.entry("ph", "f"),
            Map.entry("cc", "c"),
            Map.entry("ll", "l"),
            Map.entry("mm", "m"),
            Map.entry("nn", "n"),
            Map.entry("pp", "p"),
            Map.entry("rr", "r"),
            Map.entry("ss", "s"),
            Map.entry("tt", "t"));

    @Override
    public String name() {
        return "misspelling";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.15;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(text, strength, random, Misspelling::can, Misspelling::misspelled);
    }

    private static boolean can(String word) {
        return word.codePoints().noneMatch(Character::isDigit)
                && word.codePoints().filter(Character::isLetter).count() >= FEWEST;
    }

    private static String misspelled(String word, Random random) {
        String known = UsualMisspellings.of(word.toLowerCase(Locale.ROOT));
        if (known != null && random.nextBoolean()) {
            return Letters.likeCase(known, word);
        }
        int[] letters = word.codePoints().toArray();
        int kind = random.nextInt(KINDS);
        int at = 1 + random.nextInt(letters.length - 1);
        for (int tried = 0; tried < KINDS; tried++) {
            String result = one((kind + tried) % KINDS, word, letters, at, random);
            if (!result.equals(word)) {
                return result;
            }
        }
        return word;
    }

    /** The word itself where this kind does not change it. */
    private static String one(int kind, String word, int[] letters, int at, Random random) {
        return switch (kind) {
            case 0 -> Letters.replaced(letters, at, Keyboard.neighbour(letters[at], random));
            case 1 -> exchanged(letters, Math.min(at, letters.length - 2));
            case 2 -> Letters.dropped(letters, at);
            case 3 -> confused(word);
            default -> Letters.inserted(letters, at, letters[at]);
        };
    }

    private static String exchanged(int[] letters, int at) {
        int[] result = letters.clone();
        result[at] = letters[at + 1];
        result[at + 1] = letters[at];
        return Letters.of(result);
    }

    private static String confused(String word) {
        for (Map.Entry<String, String> confusion : CONFUSIONS) {
            int at = word.indexOf(confusion.getKey(), 1);
            if (at > 0) {
                return word.substring(0, at)
                        + confusion.getValue()
                        + word.substring(at + confusion.getKey().length());
            }
        }
        return word;
    }
}
