package dev.assay.detectors.attack;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Drops English articles or exchanges the definite for the indefinite. The strength is a share of the articles. */
final class Articles implements Attack {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.WORD;
    }

    @Override
    public double usualStrength() {
        return 0.5;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> articles = Words.of(text).stream()
                .filter(word -> ARTICLES.contains(lower(word.of(text))))
                .map(word -> withSpace(text, word))
                .toList();
        int count = Choice.count(strength, articles.size(), articles.size());
        return Rewrite.pieces(text, Choice.of(articles, count, random), piece -> changed(piece.of(text), random));
    }

    private static String changed(String piece, Random random) {
        String article = piece.strip();
        if (random.nextBoolean()) {
            return "";
        }
        String other = lower(article).equals("the") ? "a" : "the";
        boolean capital = Character.isUpperCase(article.charAt(0));
        String cased = capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
        return cased + piece.substring(article.length());
    }

    private static Piece withSpace(String text, Piece word) {
        boolean space = word.end() < text.length() && text.charAt(word.end()) == ' ';
        return new Piece(word.start(), space ? word.end() + 1 : word.end());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
