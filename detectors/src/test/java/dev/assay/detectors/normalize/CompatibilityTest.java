package dev.assay.detectors.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final int[] BASES = {
        'a', 0xE9, 0x1100, 0x1161, 0x11A8, 0x3131, 0x314F, 0xAC00, 0xAC01, 0x3042, 0x304B, 0xFF76, 0x915, 0xFB01,
        0x1D15F, 0x2122
    };

    /** Cutting into segments must not change NFKC: every code point that is assigned, beside bases that compose. */
    @Test
    void composesAsTheWholeTextWould() {
        Random random = new Random(11);
        for (int codePoint = 0x20; codePoint < 0x1FFFF; codePoint++) {
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            if (!surrogate && !OrdinaryForms.isLetter(codePoint)) {
                String text = Character.toString(BASES[random.nextInt(BASES.length)])
                        + Character.toString(codePoint)
                        + Character.toString(codePoint)
                        + Character.toString(BASES[random.nextInt(BASES.length)])
                        + "\u0327\u0301";
                assertSameAsWhole(text);
            }
        }
    }

    @Test
    void composesEveryPairOfBases() {
        for (int first : BASES) {
            for (int second : BASES) {
                for (int third : BASES) {
                    assertSameAsWhole(
                            Character.toString(first) + Character.toString(second) + Character.toString(third));
                }
            }
        }
    }

    private static void assertSameAsWhole(String text) {
        MappedText composed =
                Compatibility.compose(MappedText.identity(text), new AlterationCount(new TextScript(UScript.LATIN)));
        String result = composed.substring(0, composed.length());
        assertThat(spaced(result))
                .isEqualTo(spaced(Normalizer2.getNFKCInstance().normalize(text)));
    }

    /** White space is left to its own step. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        text.codePoints().forEach(c -> spaced.appendCodePoint(WhiteSpace.isSpace(c) ? ' ' : c));
        return spaced.toString();
    }
}
