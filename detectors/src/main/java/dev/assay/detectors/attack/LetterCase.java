package dev.assay.detectors.attack;

import java.util.Random;

/** Writes words in capitals, in small letters, with the first letter's case turned, or with the case of some letters turned. */
final class LetterCase implements Attack {
    private static final int KINDS = 4;

    @Override
    public String name() {
        return "case";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.2;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(
                text, strength, random, word -> firstCased(word.codePoints().toArray()) >= 0, LetterCase::turned);
    }

    private static String turned(String word, Random random) {
        int[] letters = word.codePoints().toArray();
        int kind = random.nextInt(KINDS);
        int[] result = letters.clone();
        for (int i = 0; i < letters.length; i++) {
            result[i] = switch (kind) {
                case 0 -> Character.toUpperCase(letters[i]);
                case 1 -> Character.toLowerCase(letters[i]);
                case 2 -> letters[i];
                default -> random.nextInt(3) == 0 ? Letters.flipped(letters[i]) : letters[i];
            };
        }
        String other = Letters.of(result);
        int first = firstCased(letters);
        return other.equals(word) ? Letters.replaced(letters, first, Letters.flipped(letters[first])) : other;
    }

    private static int firstCased(int[] letters) {
        for (int i = 0; i < letters.length; i++) {
            if (Letters.flipped(letters[i]) != letters[i]) {
                return i;
            }
        }
        return -1;
    }
}
