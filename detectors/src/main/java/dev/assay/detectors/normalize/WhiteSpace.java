package dev.assay.detectors.normalize;

/** Runs of any Unicode white space, line breaks and tabs among them, become one space; none is left at the ends. */
final class WhiteSpace {
    private static final int NEXT_LINE = 0x85;

    private WhiteSpace() {}

    static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == NEXT_LINE;
    }

    static MappedText collapse(MappedText text, AlterationCount count) {
        MappedText out = new MappedText(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = runEnd(text, i);
            if (end == i) {
                out.append(text, i, ++end);
            } else if (i == 0 || end == text.length()) {
                count.whiteSpace(end - i);
            } else {
                out.append(' ', text.start(i), text.end(end - 1));
                count.whiteSpace(end - i - (text.unit(i) == ' ' ? 1 : 0));
            }
            i = end;
        }
        return out;
    }

    /** White space is in the basic plane, so units will do. */
    private static int runEnd(MappedText text, int from) {
        int end = from;
        while (end < text.length() && isSpace(text.unit(end))) {
            end++;
        }
        return end;
    }
}
