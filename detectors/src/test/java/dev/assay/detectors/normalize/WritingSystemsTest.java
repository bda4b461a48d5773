package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ordinary in a script is no alteration there; the same in another text is. */
class WritingSystemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "下雨了，我们没有去！他说：好吧？（真的） | 下雨了,我们没有去!他说:好吧?(真的) | 0",
                "２０２６年にＡＢＣ社の①番の部屋で㈱の㎡を見た。ｶﾀｶﾅも。 | 2026年にABC社の1番の部屋で(株)のm2を見た。カタカナも。 | 0",
                "ｈｅｌｌｏ, that is full width | hello, that is full width | 5",
                "a full stop！ | a full stop! | 1",
                "Wait… then … and ‥ | Wait... then ... and .. | 0",
                "a Kodak™, № 5, ½ of 3 m², 10⁻³ and H₂O, 1.ª | a Kodak™, № 5, ½ of 3 m², 10⁻³ and H₂O, 1.ª | 0",
                "𝐛𝐨𝐥𝐝 and ⓡⓞⓤⓝⓓ and ᵘᵖ | bold and round and up | 11",
                "น้ำดื่มมีให้ฟรี คำแนะนำ | น้ำดื่มมีให้ฟรี คำแนะนำ | 0",
                "نص\u200F عربي \uFEFB ﷺ | نص عربي لا صلى الله عليه وسلم | 0",
                "plain\u200F text | plain text | 1",
                "ពួក\u200Bគេ | ពួកគេ | 0",
                "they\u200B go | they go | 1"
            })
    void countsByScript(String text, String plain, int altered) {
        NormalizedText normalized = TextNormalizer.normalize(text);

        assertThat(Letters.altered(normalized.alterations())).isEqualTo(altered);
        assertThat(normalized.text()).isEqualTo(TextNormalizer.normalize(plain).text());
    }

    @Test
    void tellsTheScriptOfMostLetters() {
        assertThat(script("Ένα δύο three")).isEqualTo(UScript.GREEK);
        assertThat(script("カタカナと漢字 ok")).isEqualTo(UScript.HAN);
        assertThat(script("ＡＢＣ 1, 2")).isEqualTo(UScript.COMMON);
    }

    private static int script(String text) {
        return TextScript.of(MappedText.identity(text)).code();
    }
}
