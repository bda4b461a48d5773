package dev.assay.detectors.tokenize;

import dev.assay.detectors.Growth;
import dev.assay.detectors.TextKind;
import dev.assay.detectors.model.StoriesBundles;
import dev.assay.detectors.normalize.TextNormalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both kinds of tokenizer, the one that cuts a text into words first and the one that takes it as one word. */
class TokenizerGrowthTest {
    @ParameterizedTest
    @EnumSource
    void atByteLevel(TextKind kind) {
        try (DjlTokenizer tokenizer = ByteLevelFixture.open()) {
            Growth.assertLinear(kind, text -> tokenizer.tokenize(TextNormalizer.normalize(text)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withASpacePrefix(TextKind kind) {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(StoriesBundles.committed())) {
            Growth.assertLinear(kind, text -> tokenizer.tokenize(TextNormalizer.normalize(text)));
        }
    }
}
