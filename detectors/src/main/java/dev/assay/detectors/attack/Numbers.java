package dev.assay.detectors.attack;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes numbers, in digits (as many as before) or in English words. The strength is a share of the numbers. */
final class Numbers implements Attack {
    private static final List<String> WORDS = List.of(
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "hundred",
            "thousand",
            "million");

    private static final int DIGITS = 10;

    @Override
    public String name() {
        return "numbers";
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
        List<Piece> numbers =
                Words.of(text).stream().filter(word -> isNumber(word.of(text))).toList();
        int count = Choice.count(strength, numbers.size(), numbers.size());
        return Rewrite.pieces(text, Choice.of(numbers, count, random), number -> changed(number.of(text), random));
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Numbers::isDigit) || WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String changed(String number, Random random) {
        int named = WORDS.indexOf(number.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            int other = (named + 1 + random.nextInt(WORDS.size() - 1)) % WORDS.size();
            return Letters.likeCase(WORDS.get(other), number);
        }
        StringBuilder result = new StringBuilder(number);
        int last = -1;
        for (int i = 0; i < number.length(); i++) {
            if (isDigit(number.charAt(i))) {
                boolean leads = last < 0 && i + 1 < number.length();
                result.setCharAt(i, (char) ('0' + (leads ? 1 + random.nextInt(DIGITS - 1) : random.nextInt(DIGITS))));
                last = i;
            }
        }
        if (result.toString().equals(number)) {
            result.setCharAt(last, (char) ('0' + (number.charAt(last) - '0' + 1) % DIGITS));
        }
        return result.toString();
    }
}
