package dev.assay.detectors.attack;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Puts sentences of one other text, in their order, in the place of sentences. The strength is a share of the sentences. */
final class Mixture implements Attack {
    static final String NAME = "mixture";

    private final List<Other> others;

    private record Other(String text, List<Piece> sentences) {
        String sentence(int number) {
            return sentences.get(number % sentences.size()).of(text);
        }
    }

    /** @param texts where the sentences come from */
    Mixture(List<String> texts) {
        others = texts.stream()
                .map(text -> new Other(text, Sentences.of(text)))
                .filter(other -> !other.sentences().isEmpty())
                .toList();
        if (others.isEmpty()) {
            throw new IllegalArgumentException("attack mixture has no text to mix in: give some with --mix FILE");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.STRUCTURE;
    }

    @Override
    public double usualStrength() {
        return 0.2;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        Other other = other(text, random);
        List<Piece> sentences = Sentences.of(text);
        int count = Choice.count(strength, sentences.size(), sentences.size());
        int from = random.nextInt(other.sentences().size());
        Iterator<String> taken = IntStream.range(0, count)
                .mapToObj(i -> other.sentence(from + i))
                .iterator();
        return Rewrite.pieces(text, Choice.of(sentences, count, random), sentence -> taken.next());
    }

    /** Not the text itself, where there is another. */
    private Other other(String text, Random random) {
        int number = random.nextInt(others.size());
        Other other = others.get(number);
        return other.text().equals(text) ? others.get((number + 1) % others.size()) : other;
    }
}
