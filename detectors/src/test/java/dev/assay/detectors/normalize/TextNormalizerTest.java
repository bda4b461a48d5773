package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {
    private static final int[] NASTY = {
        'a', 'Z', ' ', '\n', '\t', '9', '#', 0, 7, 0x85, 0xA0, 0xA8, 0xAD, 0xB5, 0xE9, 0x300, 0x301, 0x308, 0x323,
        0x327, 0x344, 0x345, 0x34F, 0x3B1, 0x3C1, 0x430, 0x435, 0x43A, 0x440, 0x438, 0x306, 0x5D0, 0x628, 0x64B, 0x6CC,
        0x905, 0x94D, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2028, 0x20E3, 0x2122, 0x2026, 0x1100, 0x1161, 0x11A8,
        0x3131, 0x314F, 0xAC00, 0xAC01, 0x3042, 0x3099, 0xFF76, 0xFF9E, 0xFB01, 0xFDFA, 0xFE0E, 0xFE0F, 0xFEFF, 0xFF21,
        0x1D400, 0x1F3F4, 0x1F600, 0x1F3FD, 0xE0067, 0xE007F, 0xE0100, 0x10FFFF, 0x180B, 0x1820, 0x3164, 0xFFA0, 0xFFA1,
        0x2764, 0x2800, 0x2801, 0x115F, 0x1160, 0x180E, 0x2065, 0xE000, 0x131, 0x222A, 0x455, 0x456, 0xE33, 0x587, 'n',
        'o', '/'
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain English, with punctuation: 1 + 1 = 2.",
                "Съешь же ещё этих мягких французских булок",
                "نمی‌خواهم", // Persian, with its non-joiner
                "👩‍💻 and ❤️ and 1️⃣ and 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "TNFα and hν, the β-cell and SMSка",
                "naïve café, Łódź, 東京, 한국어",
                "അവന്\u200D വന്നു", // Malayalam, with a final consonant
                "ᠤᠯᠤᠰ\u180Eᠠ", // Mongolian, with its vowel parted
                "\u115Fᅡᆨ", // old Korean, without a first consonant
                "น้ำดื่มและคำแนะนำ", // Thai am
                "Հայերեն և ռուսերեն", // Armenian ew
                "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
                ""
            })
    void leavesPlainTextAlone(String text) {
        NormalizedText normalized = TextNormalizer.normalize(text);

        assertThat(normalized.text()).isEqualTo(text);
        assertThat(normalized.alterations().share()).isZero();
        assertThat(normalized.alterations().whiteSpace()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ﬁne Ⓐ,fine A,2,0,0",
                "ＡＢ,AB,2,0,0",
                "p\u0430yp\u0430l,paypal,0,2,0",
                "Мoсква,Москва,0,1,0",
                "\u0430\u0440\u0440le \u0440ie,apple pie,0,4,0",
                "in\u200Bvi\u2060si\u00ADble\uFEFF,invisible,0,0,4",
                "a\u200Db,ab,0,0,1",
                "\u202Eevil\u202C,evil,0,0,2",
                "x\u0000y\u0007z,xyz,0,0,2",
                "e\u0301,\u00E9,0,0,0",
                "e\u200B\u0301,\u00E9,0,0,1",
                "A\uFE0F,A,0,0,1",
                "hi\uDB40\uDC67,hi,0,0,1",
                "🏴\uDB40\uDC67\uDB40\uDC62!,🏴!,0,0,2", // tags that spell no region
                "a\u115Fb\u2065c\uE000d\uFFFEe,abcde,0,0,4",
                "a\u2800b\u2800c,a b c,0,0,2",
                "葛\uDB40\uDD00飾,葛飾,0,0,0" // another drawing of the same character
            })
    void undoesDisguises(String text, String expected, int compatibility, int lookAlikes, int invisible) {
        NormalizedText normalized = TextNormalizer.normalize(text);

        assertThat(normalized.text()).isEqualTo(expected);
        Alterations alterations = normalized.alterations();
        assertThat(alterations.compatibility()).isEqualTo(compatibility);
        assertThat(alterations.lookAlikes()).isEqualTo(lookAlikes);
        assertThat(alterations.invisible()).isEqualTo(invisible);
        assertThat(alterations.whiteSpace()).isZero();
    }

    @Test
    void collapsesWhiteSpaceOfEveryKind() {
        NormalizedText normalized = TextNormalizer.normalize(" \ta\r\n\u2028b\u00A0c\u3000 ");

        assertThat(normalized.text()).isEqualTo("a b c");
        assertThat(normalized.alterations().share()).isZero();
        assertThat(normalized.alterations().whiteSpace()).isEqualTo(8);
        assertThat(normalized.starts()).containsExactly(2, 3, 6, 7, 8);
        assertThat(normalized.ends()).containsExactly(3, 6, 7, 8, 9);
    }

    @Test
    void keepsTheWayBackThroughCompositionAndSurrogates() {
        NormalizedText normalized = TextNormalizer.normalize("😀e\u0301ﬁ\u200Bz");

        assertThat(normalized.text()).isEqualTo("😀éfiz");
        assertThat(normalized.starts()).containsExactly(0, 0, 2, 4, 4, 6);
        assertThat(normalized.ends()).containsExactly(2, 2, 4, 5, 5, 7);
    }

    @ParameterizedTest
    @CsvSource({"'ab\uD83D',2", "'\uDE00ab',0", "'a\uD83Db',1"})
    void namesTheLoneSurrogate(String text, int index) {
        assertThatThrownBy(() -> TextNormalizer.normalize(text))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("index " + index + ":");
    }

    @Test
    void normalizingTwiceIsNormalizingOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = nasty(random, 1 + random.nextInt(24));
            NormalizedText once = TextNormalizer.normalize(text);

            assertThat(TextNormalizer.normalize(once.text()).text())
                    .as(() -> escaped(text))
                    .isEqualTo(once.text());
            assertOffsets(once);
        }
    }

    /** A mark of class 216 moves behind one of class 130, and the next joiner then stands behind it and joins nothing. */
    @Test
    void settlesATextThatLosesAJoinerARound() {
        for (int joiners = 1; joiners < 40; joiners++) {
            NormalizedText once = TextNormalizer.normalize("\u0F40\uD834\uDD65" + "\u200D\u0F72".repeat(joiners));

            assertThat(once.text()).startsWith("\u0F40\u0F72").hasSizeLessThanOrEqualTo(32);
            assertThat(TextNormalizer.normalize(once.text()).text()).isEqualTo(once.text());
        }
    }

    @Test
    void whatIsDroppedPartsNoMarks() {
        String marks = "\u0301\u200B".repeat(100);

        assertThat(TextNormalizer.normalize("q" + marks).text()).isEqualTo("q" + "\u0301".repeat(30));
    }

    @Test
    void takesMarksAndMegabytesInLinearTime() {
        String marks = "a" + "\u0301\u0323".repeat(2_500_000);
        String hangul = "\u314F".repeat(1_000_000);
        String words = "Wоrds with а few аltered letters. ".repeat(150_000);

        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            assertThat(TextNormalizer.normalize(marks).text().length()).isLessThanOrEqualTo(31);
            assertThat(TextNormalizer.normalize(hangul).text()).hasSize(1_000_000);
            assertThat(TextNormalizer.normalize(words).text()).startsWith("Words with a few altered");
        });
    }

    private static void assertOffsets(NormalizedText text) {
        int length = text.text().length();
        assertThat(text.starts()).hasSize(length);
        assertThat(text.ends()).hasSize(length);
        for (int i = 0; i < length; i++) {
            assertThat(text.starts()[i]).isLessThan(text.ends()[i]);
            assertThat(text.starts()[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : text.starts()[i - 1]);
            assertThat(text.ends()[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : text.ends()[i - 1]);
        }
        assertThat(length == 0 ? 0 : text.ends()[length - 1])
                .isLessThanOrEqualTo(text.original().length());
    }

    private static String nasty(Random random, int codePoints) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < codePoints; i++) {
            text.appendCodePoint(NASTY[random.nextInt(NASTY.length)]);
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append(Integer.toHexString(c)).append(' '));
        return escaped.toString();
    }
}
