package dev.assay.detectors.corpus;

/** White space in labelled texts, which often tells the classes apart by the way they were collected. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** The text with every run of white space as one space, and none at its ends. */
    public static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (is(c)) {
                gap = true;
                continue;
            }
            if (gap && collapsed.length() > 0) {
                collapsed.append(' ');
            }
            gap = false;
            collapsed.append(c);
        }
        return collapsed.toString();
    }

    /** Spaces, tabs, line breaks and the spaces of typography, those that do not break included. */
    public static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
