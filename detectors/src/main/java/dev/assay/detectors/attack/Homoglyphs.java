package dev.assay.detectors.attack;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;

/** Writes letters of words with Cyrillic letters that look the same: each that has one with an even chance, at least one a word. */
final class Homoglyphs implements Attack {
    /** A Latin letter and its Cyrillic look-alike. */
    private static final String PAIRS = "aа cс eе iі jј oо pр sѕ xх yу AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ";

    private static final Map<Integer, Integer> LOOK_ALIKES = lookAlikes();

    @Override
    public String name() {
        return "homoglyphs";
    }

    @Override
    public AttackGroup group() {
        return AttackGroup.CHARACTER;
    }

    @Override
    public double usualStrength() {
        return 0.3;
    }

    @Override
    public String apply(String text, double strength, Random random) {
        return Rewrite.words(
                text,
                strength,
                random,
                word -> word.codePoints().anyMatch(LOOK_ALIKES::containsKey),
                Homoglyphs::written);
    }

    private static String written(String word, Random random) {
        int[] letters = word.codePoints().toArray();
        int first = -1;
        boolean changed = false;
        for (int i = 0; i < letters.length; i++) {
            Integer other = LOOK_ALIKES.get(letters[i]);
            if (other == null) {
                continue;
            }
            first = first < 0 ? i : first;
            if (random.nextBoolean()) {
                letters[i] = other;
                changed = true;
            }
        }
        if (!changed) {
            letters[first] = LOOK_ALIKES.get(letters[first]);
        }
        return Letters.of(letters);
    }

    private static Map<Integer, Integer> lookAlikes() {
        Map<Integer, Integer> pairs = new HashMap<>();
        new Scanner(PAIRS).tokens().forEach(pair -> pairs.put((int) pair.charAt(0), (int) pair.charAt(1)));
        return Map.copyOf(pairs);
    }
}
