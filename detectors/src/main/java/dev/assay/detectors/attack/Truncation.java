package dev.assay.detectors.attack;

import java.util.List;
import java.util.Random;

/** Cuts the text's end off, behind a word; one word at least stays. */
final class Truncation implements Attack {
    @Override
    public String name() {
        return "truncation";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.STRUCTURE;
    }

    @Override
    public double usualStrength() {
        return 0.3;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> words = Words.of(text);
        int gone = Choice.count(strength, words.size(), Math.max(0, words.size() - 1));
        return gone == 0
                ? text
                : text.substring(0, words.get(words.size() - gone - 1).end());
    }
}
