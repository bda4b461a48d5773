package dev.assay.detectors.attack;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts something else in the place of pieces of a text. */
final class Rewrite {
    private Rewrite() {}

    /** Changes the share {@code strength} of a text's words, chosen among those that can be changed. */
    static String words(
            String text,
            double strength,
            Random random,
            Predicate<String> can,
            BiFunction<String, Random, String> change) {
        List<Piece> words = Words.of(text);
        List<Piece> candidates =
                words.stream().filter(word -> can.test(word.of(text))).toList();
        int count = Choice.count(strength, words.size(), candidates.size());
        return pieces(text, Choice.of(candidates, count, random), piece -> change.apply(piece.of(text), random));
    }

    /** Replaces pieces that are given in order and do not overlap. */
    static String pieces(String text, List<Piece> pieces, Function<Piece, String> replacement) {
        StringBuilder result = new StringBuilder(text.length() + pieces.size());
        int at = 0;
        for (Piece piece : pieces) {
            result.append(text, at, piece.start()).append(replacement.apply(piece));
            at = piece.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
