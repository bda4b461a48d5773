package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectsTest {
    private static final String CYRILLIC_LETTERS = "асеіорѕхујһАЕКМНОРСТХВІЈЅ";
    private static final String LATIN_LETTERS = "aceiopsxyjhAEKMHOPCTXBIJS";

    /** Each word that can be written wholly in Cyrillic is. */
    @Test
    void foldsWholeWordsOfLookAlikes() {
        String disguised = Pattern.compile(" ")
                .splitAsStream(Letters.STORY)
                .map(SuspectsTest::inCyrillic)
                .collect(Collectors.joining(" "));

        NormalizedText normalized = TextNormalizer.normalize(disguised);

        assertThat(disguised).contains(" а ", " ѕее ");
        assertThat(normalized.text()).isEqualTo(Letters.STORY);
        assertThat(normalized.alterations().lookAlikes()).isEqualTo((int)
                disguised.chars().filter(c -> CYRILLIC_LETTERS.indexOf(c) >= 0).count());
    }

    private static String inCyrillic(String word) {
        boolean all = word.chars().filter(Character::isLetter).allMatch(c -> LATIN_LETTERS.indexOf(c) >= 0);
        StringBuilder cyrillic = new StringBuilder();
        word.chars()
                .forEach(c -> cyrillic.append(
                        (char) (all && Character.isLetter(c) ? CYRILLIC_LETTERS.charAt(LATIN_LETTERS.indexOf(c)) : c)));
        return cyrillic.toString();
    }

    @Test
    void foldsSmallCapitals() {
        Map<Integer, String> capitals = Map.of(
                (int) 'c', "ᴄ", (int) 'o', "ᴏ", (int) 's', "ꜱ", (int) 'v', "ᴠ", (int) 'w', "ᴡ", (int) 'z', "ᴢ",
                (int) 'a', "ᴀ", (int) 't', "ᴛ");
        StringBuilder disguised = new StringBuilder();
        for (int i = 0; i < Letters.STORY.length(); i++) {
            int letter = Letters.STORY.charAt(i);
            disguised.append(
                    i % 5 == 0
                            ? capitals.getOrDefault(letter, Character.toString(letter))
                            : Character.toString(letter));
        }

        assertThat(TextNormalizer.normalize(disguised.toString()).text()).isEqualTo(Letters.STORY);
    }

    /** What people write in Latin texts without disguise, though look-alikes could explain parts or all of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The sign above the door read РЕСТОРАН, and we went in.",
                "In the СССР, as the СССР was then written on every stamp of the СССР, nobody asked.",
                "My grandmother said роса when she meant the dew on the grass.",
                "He sang это моя роса, а не моя оса, and then he sang сухо мне, хорошо мне.",
                "The letters \"с\", \"о\" and \"р\" look like ours, and (хор) and (сор) are words.",
                "The chapter on Ομηρος says that ο χρονος and το νερο are hard to tell apart.",
                "We met Yıldız and Aydın in Diyarbakır, and Kılıç showed us round Topkapı.",
                "Kıbrıs'ın kıyısında ılık bir akşamdı; çocuklar ağır ağır yürüyor, balıkçılar şarkı söylüyordu.",
                "Það er þá þetta sem þið þurfið, og þess vegna þarf þessi þjóð það líka; þeir segja það öll.",
                "It is written /ˈbɪɡ/ in one book, /bɪɡ/ in another, [bɪt] in a third and /ʃɪp/ in ours.",
                "Let A∪B and x∨y hold; then 3×4 = 12, a∣b, ∣x∣ < 1 and p∪q is closed under ∪ and ×.",
                "¡Hola! ¡Qué tal! We had ¡olé! on the wall and ¡viva! on the door.",
                "The rate of TNFα and IFNγ, the mass μm, hν and Tgfα, σΧ and σΥ, αν and ρν, and so α alone.",
                "The café's naïve façade, the Łódź road, a rôle for Zoë, and the São Paulo über-fan.",
                "It cost 12 ০, and the year was २०२४; the box │ was empty │ and so was ╳."
            })
    void leavesWhatIsNoDisguise(String text) {
        NormalizedText normalized = TextNormalizer.normalize(text);

        assertThat(normalized.text()).isEqualTo(text);
        assertThat(normalized.alterations().share()).isZero();
    }

    /** One such word is left alone; the second shows what the first was. */
    @Test
    void takesMoreThanOneWord() {
        assertThat(TextNormalizer.normalize("I can ѕее the boat.").text()).isEqualTo("I can ѕее the boat.");
        assertThat(TextNormalizer.normalize("I can ѕее the rope and сору it.").text())
                .isEqualTo("I can see the rope and copy it.");
        assertThat(TextNormalizer.normalize("I can ѕее the bоat.").text()).isEqualTo("I can see the boat.");
    }
}
