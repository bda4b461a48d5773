package dev.assay.detectors.normalize;

import com.ibm.icu.text.Normalizer2;

/**
 * NFKC, one normalization segment at a time, so that each letter keeps its place in the original. A segment is what stands between two
 * places where nothing composes or changes its order; composing is the same as over the whole text.
 *
 * <p>Canonical composition alone (an accent sent apart from its letter) is no alteration and is not counted, nor is what
 * {@link OrdinaryForms} names.
 */
final class Compatibility {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Compatibility() {}

    static MappedText compose(MappedText text, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePoint(i);
            int end = i + Character.charCount(codePoint);
            if (OrdinaryForms.isLetter(codePoint)) {
                out.append(text, i, end);
                i = end;
                continue;
            }
            end = segmentEnd(text, end);
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
        String composed = NFKC.normalize(segment);
        if (composed.equals(segment)) {
            out.append(text, from, to);
            return;
        }
        int before = out.codePointBefore(out.length());
        out.append(composed, text.start(from), text.end(to - 1));
        boolean beside = TextScript.isEastAsian(before) || TextScript.isEastAsian(text.codePointOrEnd(to));
        if (!NFKC.isNormalized(NFC.normalize(segment))
                && !OrdinaryForms.is(segment.codePointAt(0), composed, beside, count.script())) {
            count.compatibility(text.codePointCount(from, to));
        }
    }

    /** ASCII is its own NFKC; white space is left to {@link WhiteSpace}. */
    private static boolean isInert(MappedText text, int from, int to) {
        char unit = text.unit(from);
        return to == from + 1 && (unit < 0x80 || WhiteSpace.isSpace(unit) || NFKC.isInert(unit));
    }

    private static int segmentEnd(MappedText text, int from) {
        int end = from;
        while (end < text.length() && text.unit(end) >= 0x300 && !NFKC.hasBoundaryBefore(text.codePoint(end))) {
            end += Character.charCount(text.codePoint(end));
        }
        return end;
    }
}
