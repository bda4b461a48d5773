package dev.assay.detectors.attack;

import java.util.List;
import java.util.Random;

/** Puts a word in the place of another that a model's embedding table has near to it. */
final class Synonym implements Attack {
    static final String NAME = "synonym";

    private final NearestWords nearest;

    Synonym(NearestWords nearest) {
        this.nearest = nearest;
    }

    @Override
    public String name() {
        return NAME;
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
        return Rewrite.words(text, strength, random, nearest::knows, this::exchanged);
    }

    private String exchanged(String word, Random random) {
        List<String> near = nearest.to(word);
        return near.isEmpty() ? word : near.get(random.nextInt(near.size()));
    }
}
