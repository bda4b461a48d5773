package dev.assay.detectors.attack;

import dev.assay.detectors.corpus.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The sentences of a text, without the white space around them: they end at a full stop and its like before white space, at an
 * ideographic full stop, and at an empty line.
 */
final class Sentences {
    private static final String ENDS = ".!?…";
    private static final String WIDE_ENDS = "。！？";
    private static final String CLOSERS = "\"”’')]»」』";
    private static final Set<String> ABBREVIATIONS = Set.of("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "vs", "No");

    private final String text;
    private final List<Piece> sentences = new ArrayList<>();
    private int start = -1; // of the sentence in hand; none where negative

    private Sentences(String text) {
        this.text = text;
    }

    static List<Piece> of(String text) {
        return new Sentences(text).read();
    }

    private List<Piece> read() {
        int at = 0;
        int visible = 0; // behind the last character that is no white space
        while (at < text.length()) {
            char c = text.charAt(at);
            if (WhiteSpace.is(c)) {
                int gap = behindSpace(at);
                if (text.substring(at, gap)
                                .chars()
                                .filter(space -> space == '\n')
                                .count()
                        > 1) {
                    close(visible);
                }
                at = gap;
                continue;
            }
            start = start < 0 ? at : start;
            at++;
            if (ENDS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0) {
                int word = at - 1;
                at = behindClosers(at);
                if (ends(c, word, at)) {
                    close(at);
                }
            }
            visible = at;
        }
        close(visible);
        return sentences;
    }

    private void close(int end) {
        if (start >= 0) {
            sentences.add(new Piece(start, end));
            start = -1;
        }
    }

    private boolean ends(char c, int word, int at) {
        if (WIDE_ENDS.indexOf(c) >= 0 || at == text.length()) {
            return true;
        }
        if (!WhiteSpace.is(text.charAt(at)) || (c == '.' && isAbbreviation(word))) {
            return false;
        }
        int next = behindSpace(at);
        return next == text.length() || !Character.isLowerCase(text.codePointAt(next));
    }

    private boolean isAbbreviation(int end) {
        int from = end;
        while (from > start && end - from < 5 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        boolean initial = end - from == 1 && Character.isUpperCase(text.charAt(from)) && text.charAt(from) != 'I';
        return initial || ABBREVIATIONS.contains(text.substring(from, end));
    }

    private int behindClosers(int from) {
        int at = from;
        while (at < text.length() && (ENDS + WIDE_ENDS + CLOSERS).indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int behindSpace(int from) {
        int at = from;
        while (at < text.length() && WhiteSpace.is(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
