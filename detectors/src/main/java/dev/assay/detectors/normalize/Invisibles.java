package dev.assay.detectors.normalize;

/**
 * Drops what a reader cannot see: control characters other than white space (NUL among them), zero-width and bidirectional controls,
 * fillers, stray variation selectors and tags, and combining marks beyond {@value #MOST_MARKS} on one letter, more than any writing
 * system uses (Unicode Annex 15, Stream-Safe Text Format). {@link Joiners} says which of them a script or an emoji needs.
 */
final class Invisibles {
    private static final int MOST_MARKS = 30;
    private static final int COMBINING_GRAPHEME_JOINER = 0x34F;
    private static final int HANGUL_FILLER = 0x3164;
    private static final int HALFWIDTH_HANGUL_FILLER = 0xFFA0;

    private Invisibles() {}

    /** Drops them; with {@code joiners} also every joiner, needed or not. */
    static MappedText drop(MappedText text, boolean joiners, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            boolean mark = isCombining(codePoint);
            if ((mark && marks == MOST_MARKS)
                    || (joiners && Joiners.isJoiner(codePoint))
                    || drops(codePoint, out, text.codePointOrEnd(next))) {
                count.invisible(); // and parts no marks: those before and after it stand on one letter
            } else {
                out.append(text, i, next);
                marks = mark ? marks + 1 : 0;
            }
            i = next;
        }
        return out;
    }

    /** Whether it attaches to the letter before it, also after NFKC. */
    static boolean isCombining(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == 0xFF9E // halfwidth katakana voicing marks become combining ones
                || codePoint == 0xFF9F;
    }

    private static boolean drops(int codePoint, MappedText before, int after) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
        if (Joiners.isJoiner(codePoint)) {
            return !Joiners.isNeeded(codePoint, before, after);
        }
        return switch (codePoint) {
            case COMBINING_GRAPHEME_JOINER, HANGUL_FILLER, HALFWIDTH_HANGUL_FILLER -> true;
            default -> isUnseenControl(codePoint);
        };
    }

    private static boolean isUnseenControl(int codePoint) {
        int type = Character.getType(codePoint);
        return (type == Character.CONTROL && !WhiteSpace.isSpace(codePoint))
                || (type == Character.FORMAT && !isSeenFormat(codePoint));
    }

    /** Format characters that are drawn: Arabic, Syriac and Kaithi number and abbreviation signs, hieroglyph layout. */
    private static boolean isSeenFormat(int codePoint) {
        return CodePoints.within(codePoint, 0x600, 0x605)
                || codePoint == 0x6DD
                || codePoint == 0x70F
                || codePoint == 0x890
                || codePoint == 0x891
                || codePoint == 0x8E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD
                || CodePoints.within(codePoint, 0x13430, 0x1343F);
    }
}
