package dev.assay.detectors.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A bundle's tokenizer with everything off that would change a text: truncation, padding, special tokens. */
final class TestTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    TestTokenizer(Path json) throws IOException {
        tokenizer = HuggingFaceTokenizer.newInstance(
                json, Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false"));
    }

    int[] ids(String text) {
        return Arrays.stream(tokenizer.encode(text).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
