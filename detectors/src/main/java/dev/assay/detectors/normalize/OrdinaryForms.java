package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * Characters with a compatibility form that people write as they are, so that they disguise nothing: they become plain for the model
 * and are not counted. Letters of an orthography do not even become plain.
 */
final class OrdinaryForms {
    private static final int PHRASE = 4; // letters in one character: ﷺ is a blessing of four words
    private static final int END_OF_LATIN_ALPHABETS = 0x250;

    private static final int LONG_S = 0x17F; // looks like f, and becomes s

    private OrdinaryForms() {}

    /** Letters that no spelling of their language takes apart: Thai and Lao am, Lao ho no and ho mo, Armenian ew. */
    static boolean isLetter(int codePoint) {
        return codePoint == 0xE33
                || codePoint == 0xEB3
                || codePoint == 0xEDC
                || codePoint == 0xEDD
                || codePoint == 0x587;
    }

    /**
     * Whether {@code codePoint} is ordinary where it stands.
     *
     * @param plain what it becomes
     * @param besideEastAsian whether it stands beside a character of Chinese, Japanese or Korean
     * @param script of the text
     */
    static boolean is(int codePoint, String plain, boolean besideEastAsian, TextScript script) {
        if (codePoint < END_OF_LATIN_ALPHABETS && codePoint != LONG_S) {
            return true; // µ, ª, ², ½, and letters such as ŉ and ĳ
        }
        int letters = (int) plain.codePoints().filter(CodePoints::isLetter).count();
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.DECOMPOSITION_TYPE)) {
            case DecompositionType.FONT -> false; // 𝐀, 𝟎
            case DecompositionType.WIDE, DecompositionType.NARROW, DecompositionType.VERTICAL ->
                besideEastAsian || script.isEastAsian();
            case DecompositionType.INITIAL,
                    DecompositionType.MEDIAL,
                    DecompositionType.FINAL,
                    DecompositionType.ISOLATED -> letters >= PHRASE || script.isRightToLeft();
            case DecompositionType.CIRCLE, DecompositionType.SQUARE, DecompositionType.COMPAT ->
                script.isEastAsian() || isSign(codePoint, letters);
            default -> isSign(codePoint, letters);
        };
    }

    /** Punctuation and numbers (…, ½, ₂, ①), and abbreviations in one character (™, №, ㎏). */
    private static boolean isSign(int codePoint, int letters) {
        return letters == 0 || (letters > 1 && UCharacter.getType(codePoint) == UCharacterCategory.OTHER_SYMBOL);
    }
}
