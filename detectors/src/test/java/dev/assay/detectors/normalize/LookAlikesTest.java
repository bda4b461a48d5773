package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    @ParameterizedTest
    @CsvSource({
        "с\u043Emputer, computer, 2", // two Cyrillic letters among Latin ones
        "\u0430\u0440\u0440le, apple, 3", // Latin, though most letters are Cyrillic: l has no look-alike there
        "Pоссия, Россия, 1", // Latin P before Cyrillic
        "\u0391thens, Athens, 1", // Greek capital Alpha
        "pαypal, paypal, 1", // Greek alpha inside a word
        "ꓢtop, Stop, 1", // Lisu
        "\u0430\u0441е, \u0430\u0441е, 0", // all Cyrillic
        "ace, ace, 0",
        "TNFα, TNFα, 0", // a symbol at the edge
        "SMSка, SMSка, 0", // к has no Latin look-alike
        "\u0430 b, \u0430 b, 0" // a word by itself
    })
    void foldsOnlyInsideWordsOfSeveralScripts(String text, String expected, int folded) {
        AlterationCount count = new AlterationCount(new TextScript(UScript.LATIN));
        MappedText out = LookAlikes.fold(MappedText.identity(text), count);

        assertThat(out.substring(0, out.length())).isEqualTo(expected);
        assertThat(count.of(0).lookAlikes()).isEqualTo(folded);
    }

    /** Hebrew puts the word for "and" before a name; in an English text the same letter can only be a disguise. */
    @Test
    void foldsLettersOfUnlikeScriptsInLatinTextOnly() {
        String hebrew = "קראתי על זה באתר של \u05D5Google אתמול בערב";

        assertThat(TextNormalizer.normalize(hebrew).text()).isEqualTo(hebrew);
        assertThat(TextNormalizer.normalize("The fina\u05D5 bill").text()).isEqualTo("The final bill");
    }

    @ParameterizedTest
    @CsvSource({"\u0399van, Ivan", "P\u0399NE, PINE", "fa\u04CFl, fall", "U\u04CF\u04CFa, Ulla", "\u0406f, If"})
    void tellsCapitalIFromSmallL(String text, String expected) {
        assertThat(TextNormalizer.normalize(text).text()).isEqualTo(expected);
    }

    @Test
    void neverFoldsAsciiToAscii() {
        for (int letter = 'A'; letter <= 'z'; letter++) {
            assertThat(LookAlikeTable.in(UScript.LATIN, letter)).isEqualTo(-1);
        }
    }

    @Test
    void everyLookAlikeIsALetterOfItsScript() {
        for (int script : new int[] {UScript.LATIN, UScript.CYRILLIC, UScript.GREEK}) {
            for (int letter = 'A'; letter <= 0x2FFF; letter++) {
                int shape = LookAlikeTable.in(script, letter);
                assertThat(shape < 0 ? script : UScript.getScript(shape)).isEqualTo(script);
            }
        }
    }
}
