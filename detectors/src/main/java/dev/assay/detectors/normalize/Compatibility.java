package dev.assay.detectors.normalize;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * NFKC, one normalization segment at a time, so that each letter keeps its place in the original. A segment is a code point with the
 * marks (and Hangul vowels and finals) that may compose with it; composing is the same as over the whole text.
 *
 * <p>Canonical composition alone (an accent sent apart from its letter) is no alteration and is not counted.
 */
final class Compatibility {
    private Compatibility() {}

    static MappedText compose(MappedText text, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = segmentEnd(text, i);
            if (isInert(text, i, end)) {
                out.append(text, i, end);
            } else {
                segment(out, text, i, end, count);
            }
            i = end;
        }
        return out;
    }

    private static void segment(MappedText out, MappedText text, int from, int to, AlterationCount count) {
        String segment = text.substring(from, to);
        String composed = Normalizer.normalize(segment, Form.NFKC);
        if (composed.equals(segment)) {
            out.append(text, from, to);
            return;
        }
        out.append(composed, text.start(from), text.end(to - 1));
        if (!Normalizer.isNormalized(Normalizer.normalize(segment, Form.NFC), Form.NFKC)) {
            count.compatibility(text.codePointCount(from, to));
        }
    }

    /** ASCII is its own NFKC; white space is left to {@link WhiteSpace}. */
    private static boolean isInert(MappedText text, int from, int to) {
        char unit = text.unit(from);
        return to == from + 1 && (unit < 0x80 || WhiteSpace.isSpace(unit));
    }

    private static int segmentEnd(MappedText text, int from) {
        int previous = text.codePoint(from);
        int end = from + Character.charCount(previous);
        while (end < text.length()) {
            int next = text.codePoint(end);
            if (!composesWith(previous, next)) {
                break;
            }
            end += Character.charCount(next);
            previous = next;
        }
        return end;
    }

    /** Whether {@code next} may compose with, or be reordered before, what stands before it. */
    private static boolean composesWith(int previous, int next) {
        if (next < 0x300) {
            return false;
        }
        return Invisibles.isCombining(next) || isLetterThatComposes(previous, next);
    }

    private static boolean isLetterThatComposes(int previous, int next) {
        if (CodePoints.within(next, 0x16D63, 0x16D6A)) {
            return CodePoints.within(previous, 0x16D63, 0x16D6A); // Kirat Rai vowels
        }
        return mayBeJamo(next)
                && (mayBeJamo(previous) || isSyllableOrCircled(previous))
                && composesAsHangul(previous, next);
    }

    private static boolean composesAsHangul(int previous, int next) {
        int first = decomposed(next).codePointAt(0);
        String before = decomposed(previous);
        int last = before.codePointBefore(before.length());
        return (isVowel(first) && CodePoints.within(last, 0x1100, 0x1112)) || (isFinal(first) && isVowel(last));
    }

    private static String decomposed(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Form.NFKD);
    }

    private static boolean mayBeJamo(int codePoint) {
        return CodePoints.within(codePoint, 0x1100, 0x11FF)
                || CodePoints.within(codePoint, 0x3131, 0x318E)
                || CodePoints.within(codePoint, 0xFFA1, 0xFFDC);
    }

    private static boolean isSyllableOrCircled(int codePoint) {
        return CodePoints.within(codePoint, 0xAC00, 0xD7A3) || CodePoints.within(codePoint, 0x3260, 0x327E);
    }

    private static boolean isVowel(int jamo) {
        return CodePoints.within(jamo, 0x1161, 0x1175);
    }

    private static boolean isFinal(int jamo) {
        return CodePoints.within(jamo, 0x11A8, 0x11C2);
    }
}
