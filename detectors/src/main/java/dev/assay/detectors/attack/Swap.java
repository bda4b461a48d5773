package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lets neighbouring words trade places. The strength is the share of words that move, two a trade. */
final class Swap implements Attack {
    @Override
    public String name() {
        return "swap";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.WORD;
    }

    @Override
    public double usualStrength() {
        return 0.2;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> words = Words.of(text);
        List<Piece> pairs = pairs(text, words, random);
        int count = Choice.count(strength / 2, words.size(), pairs.size());
        return Rewrite.pieces(text, Choice.of(pairs, count, random), pair -> traded(pair.of(text)));
    }

    /** Pairs that share no word, have only white space between them, and differ. */
    private static List<Piece> pairs(String text, List<Piece> words, Random random) {
        List<Piece> pairs = new ArrayList<>();
        int at = words.size() > 2 ? random.nextInt(2) : 0;
        while (at + 1 < words.size()) {
            Piece left = words.get(at);
            Piece right = words.get(at + 1);
            boolean near = text.substring(left.end(), right.start()).isBlank();
            if (near && !left.of(text).equals(right.of(text))) {
                pairs.add(new Piece(left.start(), right.end()));
                at++;
            }
            at++;
        }
        return pairs;
    }

    private static String traded(String pair) {
        List<Piece> words = Words.of(pair);
        Piece left = words.get(0);
        Piece right = words.get(words.size() - 1);
        return right.of(pair) + pair.substring(left.end(), right.start()) + left.of(pair);
    }
}
