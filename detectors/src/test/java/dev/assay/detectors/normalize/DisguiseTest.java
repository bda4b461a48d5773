package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text for which a reader sees no difference is scored as without it, or its alterations are counted: by Unicode's whole tables. */
class DisguiseTest {
    private static final double MOST_ALTERED = 0.05; // of the settings
    private static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();

    private static void assertUndone(String disguised, int inserted) {
        NormalizedText normalized = TextNormalizer.normalize(disguised);

        assertThat(normalized.text()).isEqualTo(Letters.STORY);
        assertThat(Letters.altered(normalized.alterations())).isEqualTo(inserted);
    }

    private static int among(String disguised, int codePoint) {
        return (int) disguised.codePoints().filter(c -> c == codePoint).count();
    }

    /** Sets of code points as ICU writes them; of the large ones every 997th. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[:Default_Ignorable_Code_Point:]",
                "[[:Private_Use:]]",
                "[[:Cn:]-[:Extended_Pictographic:]]",
                "[[:Cc:]-[\\u0009-\\u000D\\u001C-\\u001F\\u0085]]",
                "[[:Cf:]-[:Prepended_Concatenation_Mark:]]"
            })
    void whatIsNotSeenIsUndoneAndCounted(String set) {
        UnicodeSet codePoints = new UnicodeSet(set);
        int step = codePoints.size() > 5_000 ? 997 : 1;
        for (int i = 0; i < codePoints.size(); i += step) {
            int codePoint = codePoints.charAt(i);
            String few = Letters.insert(Character.toString(codePoint), 25);
            assertUndone(few, among(few, codePoint));
            String many = Letters.insert(Character.toString(codePoint), 10);
            assertThat(TextNormalizer.normalize(many).alterations().share())
                    .as("U+%04X", codePoint)
                    .isGreaterThan(MOST_ALTERED);
        }
    }

    @Test
    void brailleBlanksBecomeSpacesAndAreCounted() {
        String blanks = Letters.replace(letter -> letter == ' ', "\u2800", 4);

        assertUndone(blanks, among(blanks, 0x2800));
        assertThat(TextNormalizer.normalize("⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙").text()).isEqualTo("⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙");
    }

    /** Every character that Unicode holds for alike to one Latin letter, in the place of it. */
    @Test
    void everyLookAlikeOfALetterIsUndoneOrCounted() {
        Map<String, Integer> letters = new HashMap<>();
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(letter -> letters.put(SHAPES.getSkeleton(Character.toString(letter)), letter));
        int undone = 0;
        List<String> missed = new ArrayList<>();
        List<Integer> alike = alike(letters);
        for (int codePoint : alike) {
            int letter = letters.get(SHAPES.getSkeleton(Character.toString(codePoint)));
            int seen = letter == 'l' && UCharacter.isUUppercase(codePoint) ? 'I' : letter;
            String disguised = Letters.replace(c -> c == seen, Character.toString(codePoint), 25);
            NormalizedText normalized = TextNormalizer.normalize(disguised);
            boolean same = normalized.text().equals(Letters.STORY);
            undone += same ? 1 : 0;
            if (!same && Letters.altered(normalized.alterations()) < among(disguised, codePoint)) {
                missed.add("U+" + Integer.toHexString(codePoint) + " for " + (char) seen);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(undone).isGreaterThan(alike.size() * 95 / 100);
    }

    private static List<Integer> alike(Map<String, Integer> letters) {
        List<Integer> alike = new ArrayList<>();
        for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int type = UCharacter.getType(codePoint);
            if (type != UCharacterCategory.UNASSIGNED
                    && type != UCharacterCategory.SURROGATE
                    && type != UCharacterCategory.PRIVATE_USE
                    && letters.containsKey(SHAPES.getSkeleton(Character.toString(codePoint)))) {
                alike.add(codePoint);
            }
        }
        return alike;
    }
}
