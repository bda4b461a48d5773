package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.HangulSyllableType;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Set;

/**
 * Invisible characters that change what is drawn, and where they do: inside words of joining scripts, inside emoji, in old Korean syllables that lack a
 * letter.
 */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;
    private static final int MOST_TAGS = 6; // a region and its part, such as gbeng
    private static final int FIRST_FILLER = 0x115F;
    private static final int VOWEL_FILLER = 0x1160;
    private static final int VOWEL_SEPARATOR = 0x180E;
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int VIRAMA = 9; // canonical combining class

    private static final Set<Integer> JOINING = Set.of(
            UScript.ARABIC,
            UScript.SYRIAC,
            UScript.MONGOLIAN,
            UScript.NKO,
            UScript.DEVANAGARI,
            UScript.BENGALI,
            UScript.GURMUKHI,
            UScript.GUJARATI,
            UScript.ORIYA,
            UScript.TAMIL,
            UScript.TELUGU,
            UScript.KANNADA,
            UScript.MALAYALAM,
            UScript.SINHALA,
            UScript.MYANMAR,
            UScript.KHMER,
            UScript.TIBETAN);
    private static final Set<Integer> MONGOLIAN = Set.of(UScript.MONGOLIAN);
    private static final Set<Integer> OF_ONE_SELECTOR = Set.of(UScript.MYANMAR, UScript.PHAGS_PA, UScript.MANICHAEAN);

    private Joiners() {}

    static boolean isJoiner(int codePoint) {
        return codePoint == NON_JOINER
                || codePoint == JOINER
                || codePoint == FIRST_FILLER
                || codePoint == VOWEL_FILLER
                || isMongolian(codePoint)
                || isVariationSelector(codePoint)
                || isTag(codePoint);
    }

    /** Whether the joiner has its effect between what was kept before it and what {@code text} holds from {@code next} on. */
    static boolean isNeeded(int joiner, MappedText kept, MappedText text, int next) {
        int before = kept.codePointBefore(kept.length());
        int after = text.codePointOrEnd(next);
        if (isTag(joiner)) {
            return before == BLACK_FLAG ? isRegion(joiner, text, next) : isTag(before) && before != CANCEL_TAG;
        }
        if (isVariationSelector(joiner)) {
            return selects(joiner, before, after);
        }
        return switch (joiner) {
            case NON_JOINER -> joinsLetters(before, after);
            case JOINER -> joinsLetters(before, after) || joinsEmoji(before, after);
            case FIRST_FILLER -> isSyllablePart(after, HangulSyllableType.VOWEL_JAMO);
            case VOWEL_FILLER ->
                isSyllablePart(before, HangulSyllableType.LEADING_JAMO)
                        && isSyllablePart(after, HangulSyllableType.TRAILING_JAMO);
            case VOWEL_SEPARATOR -> isOf(before, MONGOLIAN) && isOf(after, MONGOLIAN);
            default -> isOf(before, MONGOLIAN);
        };
    }

    /** Whether it asks for another drawing of the Chinese character before it; the text is the same without. */
    static boolean isVariantOfIdeograph(int codePoint, MappedText before) {
        return isVariationSelector(codePoint)
                && UCharacter.hasBinaryProperty(before.codePointBefore(before.length()), UProperty.UNIFIED_IDEOGRAPH);
    }

    /** Behind a virama at a word's end too: Malayalam writes its final consonants so. */
    private static boolean joinsLetters(int before, int after) {
        if (before < 0) {
            return false;
        }
        if (isOf(before, JOINING) && UCharacter.getCombiningClass(before) == VIRAMA) {
            return true;
        }
        return isOf(after, JOINING)
                && (isOf(before, JOINING) || UCharacter.getType(before) == UCharacterCategory.NON_SPACING_MARK);
    }

    private static boolean joinsEmoji(int before, int after) {
        return isPictograph(after) && (isPictograph(before) || isEmojiSelector(before) || isTag(before));
    }

    private static boolean selects(int selector, int before, int after) {
        if (isEmojiSelector(selector)) {
            return isPictograph(before) || (isKeycapBase(before) && after == KEYCAP);
        }
        return selector == FIRST_SELECTOR && isOf(before, OF_ONE_SELECTOR);
    }

    /** Whether tags that spell a region follow the flag: letters and digits, then the tag that ends them. */
    private static boolean isRegion(int first, MappedText text, int next) {
        int end = next;
        int tag = first;
        for (int length = 0; length <= MOST_TAGS; length++) {
            if (tag == CANCEL_TAG) {
                return length > 0;
            }
            if (!isRegionTag(tag) || end >= text.length()) {
                return false;
            }
            tag = text.codePoint(end);
            end += Character.charCount(tag);
        }
        return false;
    }

    private static boolean isOf(int codePoint, Set<Integer> scripts) {
        return codePoint >= 0x600 && scripts.contains(UScript.getScript(codePoint));
    }

    private static boolean isSyllablePart(int codePoint, int type) {
        return codePoint >= 0 && UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE) == type;
    }

    private static boolean isVariationSelector(int codePoint) {
        return CodePoints.within(codePoint, FIRST_SELECTOR, 0xFE0F) || CodePoints.within(codePoint, 0xE0100, 0xE01EF);
    }

    private static boolean isEmojiSelector(int codePoint) {
        return codePoint == 0xFE0E || codePoint == 0xFE0F;
    }

    private static boolean isMongolian(int codePoint) {
        return CodePoints.within(codePoint, 0x180B, 0x180F);
    }

    private static boolean isTag(int codePoint) {
        return CodePoints.within(codePoint, 0xE0020, CANCEL_TAG);
    }

    private static boolean isRegionTag(int codePoint) {
        return CodePoints.within(codePoint, 0xE0030, 0xE0039) || CodePoints.within(codePoint, 0xE0061, 0xE007A);
    }

    private static boolean isKeycapBase(int codePoint) {
        return CodePoints.within(codePoint, '0', '9') || codePoint == '#' || codePoint == '*';
    }

    /** Emoji and other symbols, which people give an emoji's selector, too. */
    private static boolean isPictograph(int codePoint) {
        if (codePoint < 0x80) {
            return false;
        }
        int type = UCharacter.getType(codePoint);
        return type == UCharacterCategory.OTHER_SYMBOL
                || type == UCharacterCategory.MATH_SYMBOL
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
    }
}
