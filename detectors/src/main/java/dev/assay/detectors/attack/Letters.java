package dev.assay.detectors.attack;

import java.util.Locale;

/** A word as code points. */
final class Letters {
    private Letters() {}

    static String of(int[] codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    /** The word with a code point before number {@code at}. */
    static String inserted(int[] word, int at, int codePoint) {
        return new StringBuilder()
                .append(new String(word, 0, at))
                .appendCodePoint(codePoint)
                .append(new String(word, at, word.length - at))
                .toString();
    }

    /** The word without code point number {@code at}. */
    static String dropped(int[] word, int at) {
        return new String(word, 0, at) + new String(word, at + 1, word.length - at - 1);
    }

    /** The word with another code point as number {@code at}. */
    static String replaced(int[] word, int at, int codePoint) {
        int[] result = word.clone();
        result[at] = codePoint;
        return of(result);
    }

    /** The other case of a letter; the letter itself where it has one case only. */
    static int flipped(int letter) {
        int upper = Character.toUpperCase(letter);
        return upper == letter ? Character.toLowerCase(letter) : upper;
    }

    /** A word in the case of another: capitals where that has them throughout, a capital first where that has one. */
    static String likeCase(String word, String model) {
        if (model.length() > 1 && model.chars().noneMatch(Character::isLowerCase)) {
            return word.toUpperCase(Locale.ROOT);
        }
        if (word.isEmpty() || !Character.isUpperCase(model.codePointAt(0))) {
            return word;
        }
        int first = word.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(word, Character.charCount(first), word.length())
                .toString();
    }
}
