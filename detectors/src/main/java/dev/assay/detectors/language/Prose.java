package dev.assay.detectors.language;

import com.ibm.icu.lang.UScript;
import java.util.StringTokenizer;

/**
 * Tells running text from code, tables, digits and lists of addresses: by the share of its words, where a word is what stands between
 * spaces and, punctuation at its ends aside, holds letters, apostrophes, hyphens and dots of an ellipsis only. Punctuation outside ASCII is
 * allowed inside. In scripts that put no spaces between words (Chinese, Japanese, Thai, Khmer and others) such a piece holds whole
 * sentences, with digits and punctuation of every kind: it counts as words where most of it is letters.
 */
public final class Prose {
    /**
     * Least share of words. Of 6,700 human news, stories, abstracts, posts and articles 99 % lie above 0.90 and all but two documents,
     * one of them in JavaScript, above 0.75; code without long comments lies below 0.6, digits and addresses near 0.
     */
    private static final double LEAST_WORDS = 0.75;

    private Prose() {}

    /** Whether normalized text {@code text} reads as prose. */
    public static boolean is(String text) {
        return wordShare(text) >= LEAST_WORDS;
    }

    /** Share of words among all that stands between spaces, in [0, 1]. */
    static double wordShare(String text) {
        StringTokenizer pieces = new StringTokenizer(text, " ");
        int all = pieces.countTokens();
        int words = 0;
        while (pieces.hasMoreTokens()) {
            String piece = pieces.nextToken();
            words += isWord(piece) || isSentence(piece) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) words / all;
    }

    private static boolean isWord(String piece) {
        int from = 0;
        int to = piece.length();
        while (from < to && isPunctuation(piece.charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(piece.charAt(to - 1))) {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (!isInside(piece.charAt(i)) && !isEllipsis(piece, i)) {
                return false;
            }
        }
        return to > from;
    }

    /** Whether letters of a script without spaces, and what stands among them other than digits, marks and signs, make up most of it. */
    private static boolean isSentence(String piece) {
        int letters = 0;
        int others = 0;
        for (int i = 0; i < piece.length(); ) {
            int codePoint = piece.codePointAt(i);
            if (codePoint >= 0x80 && UScript.breaksBetweenLetters(UScript.getScript(codePoint))) {
                letters++;
            } else if (!isPunctuation(piece.charAt(i))) {
                others++;
            }
            i += Character.charCount(codePoint);
        }
        return letters > 0 && letters >= LEAST_WORDS * (letters + others);
    }

    /** Surrogates pass: letters beyond the basic plane are letters, and emoji are no code. */
    private static boolean isInside(char unit) {
        return Character.isLetter(unit)
                || unit == '\''
                || unit == '-'
                || Character.isSurrogate(unit)
                || (unit > '~' && !Character.isDigit(unit));
    }

    /** A dot beside another: "well...maybe", as an ellipsis becomes plain. */
    private static boolean isEllipsis(String piece, int i) {
        return piece.charAt(i) == '.' && (piece.charAt(i - 1) == '.' || piece.charAt(i + 1) == '.');
    }

    private static boolean isPunctuation(char unit) {
        return switch (unit) {
            case '.', ',', ';', ':', '!', '?', '\'', '"', '(', ')', '-', '*', '#', '@' -> true;
            default -> unit > '~' && !Character.isLetterOrDigit(unit) && !Character.isSurrogate(unit);
        };
    }
}
