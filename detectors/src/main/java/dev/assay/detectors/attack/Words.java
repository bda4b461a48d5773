package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text: runs of letters, marks and digits, joined by an apostrophe, hyphen or underscore inside them, or by a full stop,
 * comma or colon between digits. An ideograph is a word of its own, since its script has no spaces.
 */
final class Words {
    private static final String JOINERS = "'’-_";
    private static final String DIGIT_JOINERS = ".,:";

    private Words() {}

    static List<Piece> of(String text) {
        List<Piece> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (isPart(letter)) {
                int end = Character.isIdeographic(letter) ? next : end(text, next);
                words.add(new Piece(at, end));
                next = end;
            }
            at = next;
        }
        return words;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            if (isPart(letter) && !Character.isIdeographic(letter)) {
                end += Character.charCount(letter);
            } else if (joins(text, end)) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char joiner = text.charAt(at);
        int after = text.codePointAt(at + 1);
        if (DIGIT_JOINERS.indexOf(joiner) >= 0) {
            return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(after);
        }
        return JOINERS.indexOf(joiner) >= 0 && isPart(after) && !Character.isIdeographic(after);
    }

    private static boolean isPart(int letter) {
        return Character.isLetterOrDigit(letter)
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
