package dev.assay.detectors.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lets sentences trade places; what stands between them stays. The strength is the share of sentences that may move. */
final class Shuffle implements Attack {
    @Override
    public String name() {
        return "shuffle";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.STRUCTURE;
    }

    @Override
    public double usualStrength() {
        return 0.5;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> sentences = Sentences.of(text);
        int count = Choice.count(strength, sentences.size(), sentences.size());
        if (count == 0 || sentences.size() < 2) {
            return text;
        }
        List<Piece> places = Choice.of(sentences, Math.max(2, count), random);
        List<Piece> order = new ArrayList<>(places);
        Collections.shuffle(order, random);
        if (order.equals(places)) {
            Collections.rotate(order, 1);
        }
        Map<Piece, Piece> taken = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            taken.put(places.get(i), order.get(i));
        }
        return Rewrite.pieces(text, places, place -> taken.get(place).of(text));
    }
}
