package dev.assay.detectors.attack;

import dev.assay.detectors.corpus.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Doubles spaces or leaves them out, puts one before a comma, full stop and their like, and drops or exchanges apostrophes. As many
 * places change as the strength says of the words.
 */
final class Spacing implements Attack {
    private static final String MARKS = ",.;:!?";
    private static final char PLAIN = '\'';
    private static final char CURLED = '’';

    @Override
    public String name() {
        return "spacing";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.15;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        List<Piece> places = places(text);
        int count = Choice.count(strength, Words.of(text).size(), places.size());
        return Rewrite.pieces(text, Choice.of(places, count, random), place -> changed(place.of(text), random));
    }

    private static String changed(String place, Random random) {
        char c = place.charAt(0);
        if (MARKS.indexOf(c) >= 0) {
            return " " + place;
        }
        if (c == PLAIN || c == CURLED) {
            return random.nextBoolean() ? "" : String.valueOf(c == PLAIN ? CURLED : PLAIN);
        }
        return random.nextBoolean() ? "" : place + " ";
    }

    /** Gaps between words, marks behind one, apostrophes inside one. */
    private static List<Piece> places(String text) {
        List<Piece> places = new ArrayList<>();
        for (int at = 1; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            boolean behindWord = Character.isLetterOrDigit(text.charAt(at - 1));
            if (WhiteSpace.is(c)) {
                int end = at + 1;
                while (end < text.length() && WhiteSpace.is(text.charAt(end))) {
                    end++;
                }
                if (end < text.length()) {
                    places.add(new Piece(at, end));
                }
                at = end - 1;
            } else if (behindWord && isPlace(c, text.charAt(at + 1))) {
                places.add(new Piece(at, at + 1));
            }
        }
        return places;
    }

    private static boolean isPlace(char c, char next) {
        boolean apostrophe = c == PLAIN || c == CURLED;
        return apostrophe ? Character.isLetter(next) : MARKS.indexOf(c) >= 0 && WhiteSpace.is(next);
    }
}
