package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leaves words out, with the space before them, or behind them where a line begins; one word at least stays. */
final class Deletion implements Attack {
    @Override
    public String name() {
        return "deletion";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.WORD;
    }

    @Override
    public double usualStrength() {
        return 0.15;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> words = Words.of(text);
        int count = Choice.count(strength, words.size(), Math.max(0, words.size() - 1));
        List<Piece> gone = new ArrayList<>();
        boolean first = false; // whether what stands before is gone up to the line's beginning
        for (Piece word : Choice.of(words, count, random)) {
            int last = gone.isEmpty() ? 0 : gone.get(gone.size() - 1).end();
            int start = beforeSpaces(text, word.start(), last);
            first = start == 0 || text.charAt(start - 1) == '\n' || (first && start == last);
            gone.add(first ? new Piece(start, behindSpaces(text, word.end())) : new Piece(start, word.end()));
        }
        return Rewrite.pieces(text, gone, piece -> "");
    }

    private static int beforeSpaces(String text, int from, int least) {
        int at = from;
        while (at > least && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    private static int behindSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
