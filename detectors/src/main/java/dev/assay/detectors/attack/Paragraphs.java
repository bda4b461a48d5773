package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Begins a paragraph where none began, or lets one go on. The strength is a share of the gaps between sentences. */
final class Paragraphs implements Attack {
    private static final String BREAK = "\n\n";

    @Override
    public String name() {
        return "paragraphs";
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
        List<Piece> sentences = Sentences.of(text);
        List<Piece> gaps = new ArrayList<>();
        for (int i = 1; i < sentences.size(); i++) {
            int from = sentences.get(i - 1).end();
            int to = sentences.get(i).start();
            gaps.add(new Piece(from, to));
        }
        int count = Choice.count(strength, gaps.size(), gaps.size());
        return Rewrite.pieces(
                text, Choice.of(gaps, count, random), gap -> gap.of(text).contains("\n") ? " " : BREAK);
    }
}
