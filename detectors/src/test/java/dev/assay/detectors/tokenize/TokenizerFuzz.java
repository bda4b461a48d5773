package dev.assay.detectors.tokenize;

import dev.assay.detectors.model.StoriesBundles;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.fuzz.FuzzBudget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any normalized text: both kinds of tokenizer take it, and their tokens spell it. */
public final class TokenizerFuzz {
    private static List<DjlTokenizer> tokenizers;

    private TokenizerFuzz() {}

    /** Opens both. */
    public static void fuzzerInitialize() {
        tokenizers = List.of(DjlTokenizer.open(StoriesBundles.committed()), ByteLevelFixture.open());
    }

    /** UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzBudget.spend(MalformedTextException.class, () -> {
            NormalizedText normalized = TextNormalizer.normalize(text);
            for (DjlTokenizer tokenizer : tokenizers) {
                check(tokenizer.tokenize(normalized));
            }
        });
    }

    private static void check(Tokens tokens) {
        if (tokens.utf8().length != tokens.text().text().getBytes(StandardCharsets.UTF_8).length) {
            throw new AssertionError("the tokens do not spell the text");
        }
    }
}
