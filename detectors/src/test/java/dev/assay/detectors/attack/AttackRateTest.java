package dev.assay.detectors.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strength is the share of words that a reader sees changed. */
class AttackRateTest {
    private static final double TOLERANCE = 0.01;

    @ParameterizedTest
    @CsvSource({
        "misspelling, 0.05",
        "misspelling, 0.4",
        "stray-characters, 0.1",
        "stray-characters, 0.9",
        "case, 0.1",
        "case, 0.7",
        "homoglyphs, 0.2",
        "homoglyphs, 0.6",
        "invisible, 0.2",
        "invisible, 0.9"
    })
    void shareOfWordsChangedInPlace(String name, double strength) throws IOException {
        String text = plain();
        List<String> before = words(text);
        List<String> after = words(changed(name, text, strength));
        assertThat(after).hasSameSizeAs(before);
        assertThat(differing(before, after)).isCloseTo(strength, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "deletion, 0.1, -1",
        "deletion, 0.5, -1",
        "truncation, 0.3, -1",
        "insertion, 0.1, 1",
        "insertion, 0.6, 1"
    })
    void shareOfWordsGoneOrAdded(String name, double strength, int sign) throws IOException {
        String text = plain();
        double before = words(text).size();
        double after = words(changed(name, text, strength)).size();
        assertThat(sign * (after - before) / before).isCloseTo(strength, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.3"})
    void shareOfWordsThatMove(double strength) throws IOException {
        String text = plain();
        List<String> after = words(changed("swap", text, strength));
        assertThat(differing(words(text), after)).isCloseTo(strength, within(TOLERANCE));
        assertThat(after).containsExactlyInAnyOrderElementsOf(words(text));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.4"})
    void shareOfWordsExchanged(double strength) throws IOException {
        String text = plain();
        Random random = new Random(1);
        Map<String, float[]> vectors = new HashMap<>();
        words(text).stream()
                .filter(word -> word.length() > 3)
                .forEach(word -> vectors.put(word.toLowerCase(Locale.ROOT), vector(random)));
        String changed = new SeededAttack(new Synonym(new NearestWords(vectors)), 1, strength).apply(text, 1);
        assertThat(differing(words(text), words(changed))).isCloseTo(strength, within(TOLERANCE));
    }

    @Test
    void everyArticleAndNumberAtFullStrength() throws IOException {
        assertThat(words(changed("articles", plain(), 1))).contains("bakery").doesNotContain("an", "An");
        List<String> numbers = words(changed("numbers", plain() + " 7 is 1,000 or Three.", 1));
        assertThat(numbers).contains("bakery").doesNotContain("7", "1,000", "Three.", "twelve");
    }

    /** Words and single spaces only, so that both sides are cut alike. */
    private static String plain() throws IOException {
        String letters = AttacksTest.ordinary().replaceAll("[^A-Za-z]+", " ").strip();
        return String.join(" ", letters, letters, letters, letters, letters);
    }

    private static String changed(String name, String text, double strength) {
        return new SeededAttack(Attacks.named(name, AttacksTest.MATERIALS), 1, strength).apply(text, 1);
    }

    private static double differing(List<String> before, List<String> after) {
        double count = 0;
        for (int i = 0; i < before.size(); i++) {
            count += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        return count / before.size();
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static float[] vector(Random random) {
        float[] vector = new float[8];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
