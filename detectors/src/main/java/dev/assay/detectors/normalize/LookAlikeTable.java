package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letter of a script that looks like another character: one with the same confusable skeleton (Unicode Technical Standard 39), which
 * ICU holds. Of two letters with one skeleton the one of the same case is meant. Latin has accented letters, too, and takes small capitals by
 * their names; Cyrillic and Greek have the letters of today's languages only, and none of the other case.
 */
final class LookAlikeTable {
    private static final int NONE = -1;
    private static final int MOST_KNOWN = 1 << 14; // texts of a million different characters must not fill the memory
    /** What a skeleton keeps apart and a reader does not. */
    private static final Map<Integer, Integer> BY_HAND = Map.of((int) 'χ', (int) 'x');

    private static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();
    private static final Map<Integer, LookAlikeTable> BY_TARGET = Map.of(
            UScript.LATIN, new LookAlikeTable(UScript.LATIN, "AZazÀžḀỿ"),
            UScript.CYRILLIC, new LookAlikeTable(UScript.CYRILLIC, "АяЁЁёёІЇіїЈЈјј"),
            UScript.GREEK, new LookAlikeTable(UScript.GREEK, "ΑώΆΆΈΊΌΌΎΏ"));

    private final boolean latin;
    private final Map<String, Integer> small = new HashMap<>();
    private final Map<String, Integer> capital = new HashMap<>();
    private final Map<Integer, Integer> known = new ConcurrentHashMap<>();

    private LookAlikeTable(int target, String ranges) {
        this.latin = target == UScript.LATIN;
        for (int i = 0; i < ranges.length(); i += 2) {
            for (int letter = ranges.charAt(i); letter <= ranges.charAt(i + 1); letter++) {
                if (UScript.getScript(letter) == target && isPlain(letter)) {
                    (UCharacter.isUUppercase(letter) ? capital : small).putIfAbsent(shape(letter), letter);
                }
            }
        }
        if (latin) {
            smallCapitals();
            known.putAll(BY_HAND);
        }
    }

    /** The letter of {@code target} (LATIN, CYRILLIC or GREEK of {@link UScript}) that looks like {@code codePoint}, or −1. */
    static int in(int target, int codePoint) {
        LookAlikeTable table = BY_TARGET.get(target);
        return codePoint < 0x80 && table.latin ? NONE : table.remembered(codePoint);
    }

    private int remembered(int codePoint) {
        Integer letter = known.get(codePoint);
        if (letter == null) {
            letter = find(codePoint);
            if (known.size() < MOST_KNOWN) {
                known.put(codePoint, letter);
            }
        }
        return letter;
    }

    /**
     * The same inside a word. One shape serves for I and l: beside a small letter it is l, unless it is a capital that begins the word.
     *
     * @param before the letter before it as it is folded, −1 at the word's start
     * @param after the letter behind it, −1 at the word's end
     */
    static int in(int target, int codePoint, int before, int after) {
        int found = in(target, codePoint);
        if (found != 'I' && found != 'l') {
            return found;
        }
        boolean isBeforeSmall = isSmall(after < 0x80 ? after : in(target, after));
        if (before >= 0) {
            return isSmall(before) || isBeforeSmall ? 'l' : 'I';
        }
        return isBeforeSmall ? found : 'I';
    }

    private int find(int codePoint) {
        String shape = shape(codePoint);
        int asSmall = small.getOrDefault(shape, NONE);
        int asCapital = capital.getOrDefault(shape, NONE);
        boolean isCapital = UCharacter.isUUppercase(codePoint);
        int sameCase = isCapital ? asCapital : asSmall;
        if (sameCase != NONE || !latin) {
            return sameCase;
        }
        return isCapital ? asSmall : asCapital;
    }

    private static boolean isSmall(int codePoint) {
        return codePoint >= 0 && UCharacter.isULowercase(codePoint);
    }

    private void smallCapitals() {
        for (int letter = 'A'; letter <= 'Z'; letter++) {
            int form = UCharacter.getCharFromName("LATIN LETTER SMALL CAPITAL " + (char) letter);
            if (form >= 0) {
                known.put(form, letter | 0x20);
            }
        }
    }

    /** Of Latin: an ASCII letter, perhaps with accents, and not a letter that is itself a look-alike. */
    private boolean isPlain(int letter) {
        String parts = Normalizer2.getNFDInstance().normalize(Character.toString(letter));
        return UCharacter.isLetter(letter) && (!latin || CodePoints.isAsciiLetter(parts.charAt(0)));
    }

    private static String shape(int codePoint) {
        return SHAPES.getSkeleton(Character.toString(codePoint));
    }
}
