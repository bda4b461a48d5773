package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/**
 * A word of a Latin text that has characters other than plain letters, and what it may be. Its kind is the script of these characters:
 * LATIN for letters such as ı and small capitals, COMMON for signs.
 */
final class Suspect {
    private static final String QUOTES = "\"'`*_/|";
    private static final int LEAST_PLAIN = 3; // letters beside a sign: A∪B is a formula

    private final MappedText text;
    private final int from;
    private final int to;
    private final int place;
    private int script = -1;
    private int plain;
    private int capitals;
    private int letters;
    private boolean firstIsPlainCapital;
    private boolean folds = true;
    private boolean staying;

    /** Units {@code from} to {@code to} of {@code text}, its {@code place}-th word. */
    Suspect(MappedText text, int from, int to, int place) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.place = place;
        this.firstIsPlainCapital = CodePoints.within(text.codePoint(from), 'A', 'Z');
        for (int i = from; i < to; i += Character.charCount(text.codePoint(i))) {
            read(text.codePoint(i));
        }
    }

    private void read(int codePoint) {
        letters++;
        capitals += UCharacter.isUUppercase(codePoint) ? 1 : 0;
        if (codePoint < 0x80) {
            plain++;
            return;
        }
        int plainForm = LookAlikeTable.in(UScript.LATIN, codePoint);
        int of = kind(codePoint);
        if (plainForm < 0 || plainForm >= 0x80) {
            folds = false;
        }
        if (script < 0 || script == UScript.COMMON || (script == UScript.LATIN && of != UScript.COMMON)) {
            script = of; // foreign letters say more than Latin ones, and these more than signs
        }
    }

    private static int kind(int codePoint) {
        if (!CodePoints.isLetter(codePoint) && !CodePoints.isCombining(codePoint)) {
            return UScript.COMMON;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.INHERITED ? UScript.LATIN : script; // an accent that no letter has composed with
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int script() {
        return script;
    }

    String word() {
        return text.substring(from, to);
    }

    /** Whether it goes on a phrase of another script that is quoted as a whole. */
    boolean follows(Suspect before) {
        return script != UScript.LATIN
                && script != UScript.COMMON
                && script == before.script
                && place == before.place + 1;
    }

    /** Whether it has a letter that no look-alike explains. */
    boolean isCertain() {
        return !folds;
    }

    /** Whether it is likely what it is: certain, or a sign or a symbol as they stand in formulas. */
    boolean isGenuine() {
        if (isCertain()) {
            return true;
        }
        if (script == UScript.COMMON) {
            return plain < LEAST_PLAIN && capitals == plain; // alone, and A∪B
        }
        return isGreekSymbol();
    }

    /** One or two Greek letters, not capitals (α, σΧ), or some at the edge of what has capitals (TNFα). */
    private boolean isGreekSymbol() {
        return script == UScript.GREEK
                && (plain == 0
                        ? letters <= 2 && capitals < letters
                        : capitals > 0 && (plain < LEAST_PLAIN || capitals > 1));
    }

    /** Whether it stands in running text as a plain word would: not in quotes or brackets, no name and no abbreviation. */
    boolean isBare(boolean inCapitals) {
        if (isGenuine() || isEnclosed() || (letters == 1 && !isWord())) {
            return false;
        }
        if (script == UScript.COMMON) {
            return plain >= LEAST_PLAIN && hasSignAmongSmall();
        }
        if (script == UScript.GREEK && plain > 0 && (plain < LEAST_PLAIN || capitals > 0)) {
            return false; // hν, μm, Tnfα
        }
        if (script == UScript.LATIN) {
            return inCapitals || !firstIsPlainCapital;
        }
        return inCapitals || letters == 1 || capitals < letters;
    }

    /** Whether its only letter is a word, as a, I and O are; others are bullets and units. */
    private boolean isWord() {
        return "aAiIlOo".indexOf(LookAlikeTable.in(UScript.LATIN, text.codePoint(from))) >= 0;
    }

    private boolean hasSignAmongSmall() {
        for (int i = from; i < to; i += Character.charCount(text.codePoint(i))) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            boolean begins =
                    i == from && UCharacter.getType(codePoint) != UCharacterCategory.OTHER_PUNCTUATION; // ¡Hola
            if (codePoint >= 0x80
                    && next < to
                    && CodePoints.isAsciiLower(text.codePoint(next))
                    && (begins || (i > from && CodePoints.isAsciiLower(text.codePointBefore(i))))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnclosed() {
        return from > 0 && to < text.length() && encloses(text.codePointBefore(from)) && encloses(text.codePoint(to));
    }

    private static boolean encloses(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION -> true;
            default -> QUOTES.indexOf(codePoint) >= 0;
        };
    }

    /** It belongs to a phrase of its script. */
    void stay() {
        staying = true;
    }

    /** Whether it is folded where there is evidence; the sign in 3×4 is not. */
    boolean mayFold() {
        return folds && !staying && (plain > 0 || script != UScript.COMMON || !isBesideDigit());
    }

    private boolean isBesideDigit() {
        return (from > 0 && UCharacter.isDigit(text.codePointBefore(from)))
                || (to < text.length() && UCharacter.isDigit(text.codePoint(to)));
    }

    /** Appends it folded; returns how many characters were. */
    int fold(MappedText out) {
        int folded = 0;
        int before = -1;
        for (int i = from; i < to; ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (codePoint < 0x80) {
                out.append(text, i, next);
            } else {
                int after = next < to ? text.codePoint(next) : -1;
                out.append(LookAlikeTable.in(UScript.LATIN, codePoint, before, after), text.start(i), text.end(i));
                folded++;
            }
            before = out.codePointBefore(out.length());
            i = next;
        }
        return folded;
    }
}
