package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/** Kinds of code points. Properties are ICU's, so that they are the same on every Java platform. */
final class CodePoints {
    private CodePoints() {}

    /** Whether {@code first} ≤ {@code codePoint} ≤ {@code last}. */
    static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    static boolean isAsciiLetter(int codePoint) {
        return within(codePoint | 0x20, 'a', 'z');
    }

    static boolean isAsciiLower(int codePoint) {
        return within(codePoint, 'a', 'z');
    }

    static boolean isLetter(int codePoint) {
        return codePoint < 0x80 ? isAsciiLetter(codePoint) : UCharacter.isLetter(codePoint);
    }

    /** Whether it attaches to the letter before it, also after NFKC. */
    static boolean isCombining(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = UCharacter.getType(codePoint);
        return type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK
                || codePoint == 0xFF9E // halfwidth katakana voicing marks become combining ones
                || codePoint == 0xFF9F;
    }
}
