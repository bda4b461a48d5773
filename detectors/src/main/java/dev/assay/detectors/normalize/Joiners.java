package dev.assay.detectors.normalize;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Invisible characters that change what is drawn, and where they do: inside words of joining scripts and inside emoji. */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;

    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.NKO,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.TIBETAN);

    private Joiners() {}

    static boolean isJoiner(int codePoint) {
        return codePoint == NON_JOINER
                || codePoint == JOINER
                || isVariationSelector(codePoint)
                || isMongolianSelector(codePoint)
                || isTag(codePoint);
    }

    /** Whether the joiner has its effect between what was kept before it and the code point after it (−1 at the end). */
    static boolean isNeeded(int joiner, MappedText kept, int after) {
        int before = kept.codePointBefore(kept.length());
        if (isMongolianSelector(joiner)) {
            return isLetterOf(before, Set.of(UnicodeScript.MONGOLIAN));
        }
        if (isTag(joiner)) {
            return before == BLACK_FLAG || isTag(before);
        }
        if (isVariationSelector(joiner)) {
            return isEmojiSelector(joiner) && (isPictograph(before) || (isKeycapBase(before) && after == KEYCAP));
        }
        return joinsLetters(before, after)
                || (joiner == JOINER
                        && isPictograph(after)
                        && (isPictograph(before) || isEmojiSelector(before) || isTag(before)));
    }

    private static boolean joinsLetters(int before, int after) {
        return isLetterOf(after, JOINING)
                && (isLetterOf(before, JOINING) || Character.getType(before) == Character.NON_SPACING_MARK);
    }

    private static boolean isLetterOf(int codePoint, Set<UnicodeScript> scripts) {
        return codePoint >= 0 && scripts.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isVariationSelector(int codePoint) {
        return CodePoints.within(codePoint, 0xFE00, 0xFE0F) || CodePoints.within(codePoint, 0xE0100, 0xE01EF);
    }

    private static boolean isEmojiSelector(int codePoint) {
        return codePoint == 0xFE0E || codePoint == 0xFE0F;
    }

    private static boolean isMongolianSelector(int codePoint) {
        return CodePoints.within(codePoint, 0x180B, 0x180D) || codePoint == 0x180F;
    }

    private static boolean isTag(int codePoint) {
        return CodePoints.within(codePoint, 0xE0020, 0xE007F);
    }

    private static boolean isKeycapBase(int codePoint) {
        return CodePoints.within(codePoint, '0', '9') || codePoint == '#' || codePoint == '*';
    }

    /** Blocks that hold the emoji (Unicode's emoji-data), skin tones among them. */
    private static boolean isPictograph(int codePoint) {
        return CodePoints.within(codePoint, 0x1F000, 0x1FAFF)
                || CodePoints.within(codePoint, 0x2190, 0x21FF)
                || CodePoints.within(codePoint, 0x2300, 0x23FF)
                || CodePoints.within(codePoint, 0x2460, 0x24FF)
                || CodePoints.within(codePoint, 0x25A0, 0x27BF)
                || CodePoints.within(codePoint, 0x2900, 0x297F)
                || CodePoints.within(codePoint, 0x2B00, 0x2BFF)
                || codePoint == 0xA9
                || codePoint == 0xAE
                || codePoint == 0x3030
                || codePoint == 0x303D;
    }
}
