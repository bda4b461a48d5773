package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * The script that most letters of a text are of, and what is ordinary in it. Scripts that are written together (Chinese characters, kana,
 * Bopomofo, Hangul) count as one; full-width and half-width forms count for none, since they are what is in question.
 *
 * @param code ICU's {@link UScript} code; {@link UScript#COMMON} for a text without letters
 */
record TextScript(int code) {
    private static final int SCRIPTS = UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1;

    static TextScript of(MappedText text) {
        int[] letters = new int[SCRIPTS];
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePoint(i);
            if (codePoint < 0x80) {
                letters[UScript.LATIN] += CodePoints.isAsciiLetter(codePoint) ? 1 : 0;
            } else if (!isWidthForm(codePoint)) {
                letters[written(UScript.getScript(codePoint))]++;
            }
            i += Character.charCount(codePoint);
        }
        return new TextScript(most(letters));
    }

    private static int most(int[] letters) {
        int most = UScript.COMMON;
        letters[UScript.COMMON] = 0;
        letters[UScript.INHERITED] = 0;
        letters[UScript.UNKNOWN] = 0; // private use and unassigned
        for (int script = 0; script < letters.length; script++) {
            most = letters[script] > letters[most] ? script : most;
        }
        return most;
    }

    /** East Asian letters, and their punctuation and symbols. */
    static boolean isEastAsian(int codePoint) {
        return codePoint >= 0x2E80
                && (written(UScript.getScript(codePoint)) == UScript.HAN
                        || CodePoints.within(codePoint, 0x3000, 0x303F));
    }

    boolean isLatin() {
        return code == UScript.LATIN;
    }

    boolean isEastAsian() {
        return code == UScript.HAN;
    }

    boolean isRightToLeft() {
        return UScript.isRightToLeft(code);
    }

    /** Whether it puts no spaces between words, so that zero-width spaces say where a line may break. */
    boolean breaksBetweenLetters() {
        return UScript.breaksBetweenLetters(code);
    }

    private static boolean isWidthForm(int codePoint) {
        return CodePoints.within(codePoint, 0xFF00, 0xFFEF); // the block of half-width and full-width forms
    }

    private static int written(int script) {
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.KATAKANA_OR_HIRAGANA, UScript.BOPOMOFO, UScript.HANGUL ->
                UScript.HAN;
            default -> script;
        };
    }
}
