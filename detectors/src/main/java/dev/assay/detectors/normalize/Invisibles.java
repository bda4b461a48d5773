package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * Drops what a reader cannot see or what no font draws, by Unicode's own properties: control characters other than white space (NUL
 * among them), format characters, all that is Default_Ignorable_Code_Point (zero-width and bidirectional controls, fillers, selectors,
 * tags, and what is reserved for more of them), private use, unassigned code points except those kept for emoji to come, and combining
 * marks beyond {@value #MOST_MARKS} on one letter, more than any writing system uses (Unicode Annex 15, Stream-Safe Text Format). Blank
 * braille cells among other text become spaces. {@link Joiners} says which of them a script or an emoji needs.
 */
final class Invisibles {
    private static final int MOST_MARKS = 30;
    private static final int BLANK_CELL = 0x2800;

    private Invisibles() {}

    /** Drops them; with {@code joiners} also every joiner, needed or not. */
    static MappedText drop(MappedText text, boolean joiners, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePoint(i);
            int next = i + Character.charCount(codePoint);
            boolean mark = CodePoints.isCombining(codePoint);
            if (codePoint == BLANK_CELL) {
                next = blanks(out, text, i, count);
                marks = 0;
            } else if ((mark && marks == MOST_MARKS)
                    || (joiners && Joiners.isJoiner(codePoint))
                    || drops(codePoint, out, text, next)) {
                dropped(codePoint, out, count); // and parts no marks: those before and after it stand on one letter
            } else {
                out.append(text, i, next);
                marks = mark ? marks + 1 : 0;
            }
            i = next;
        }
        return out;
    }

    private static void dropped(int codePoint, MappedText before, AlterationCount count) {
        if (!Joiners.isVariantOfIdeograph(codePoint, before)) {
            count.invisible(codePoint);
        }
    }

    private static boolean drops(int codePoint, MappedText before, MappedText text, int next) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
        if (Joiners.isJoiner(codePoint)) {
            return !Joiners.isNeeded(codePoint, before, text, next);
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.CONTROL -> !WhiteSpace.isSpace(codePoint);
            case UCharacterCategory.FORMAT -> !isDrawn(codePoint, before, text.codePointOrEnd(next));
            case UCharacterCategory.PRIVATE_USE -> true;
            case UCharacterCategory.UNASSIGNED ->
                !UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
            default -> UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    /** Number and abbreviation signs of Arabic, Syriac and Kaithi, and the layout of hieroglyphs among hieroglyphs. */
    private static boolean isDrawn(int format, MappedText before, int after) {
        return UCharacter.hasBinaryProperty(format, UProperty.PREPENDED_CONCATENATION_MARK)
                || (isHieroglyph(format)
                        && (isHieroglyph(before.codePointBefore(before.length())) || isHieroglyph(after)));
    }

    private static boolean isHieroglyph(int codePoint) {
        return codePoint >= 0x13000 && UScript.getScript(codePoint) == UScript.EGYPTIAN_HIEROGLYPHS;
    }

    /** A run of blank cells: itself beside braille, spaces elsewhere. Returns its end. */
    private static int blanks(MappedText out, MappedText text, int from, AlterationCount count) {
        int end = from;
        while (end < text.length() && text.unit(end) == BLANK_CELL) {
            end++;
        }
        if (isBraille(out.codePointBefore(out.length())) || isBraille(text.codePointOrEnd(end))) {
            out.append(text, from, end);
            return end;
        }
        for (int i = from; i < end; i++) {
            out.append(' ', text.start(i), text.end(i));
            count.invisible(BLANK_CELL);
        }
        return end;
    }

    private static boolean isBraille(int codePoint) {
        return CodePoints.within(codePoint, 0x2800, 0x28FF);
    }
}
