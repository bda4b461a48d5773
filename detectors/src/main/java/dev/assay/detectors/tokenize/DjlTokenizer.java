package dev.assay.detectors.tokenize;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.NormalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The tokenizer of a bundle, run by DJL's binding of Hugging Face's library. Thread-safe until closed. */
public final class DjlTokenizer implements Tokenizer {
    // All three are on by default and would cut, fill or mark the text; the longest text is the settings' business.
    private static final Map<String, String> AS_IT_IS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final TokenBytes bytes;

    private DjlTokenizer(HuggingFaceTokenizer tokenizer, TokenBytes bytes) {
        this.tokenizer = tokenizer;
        this.bytes = bytes;
    }

    /**
     * Opens the bundle's {@code tokenizer.json}.
     *
     * @throws IllegalArgumentException naming the file, when the library cannot read it or its bytes cannot be told
     */
    public static DjlTokenizer open(Bundle bundle) {
        return open(bundle.tokenizer());
    }

    static DjlTokenizer open(Path file) {
        QuietDjl.beforeLoading();
        try (InputStream in = Files.newInputStream(file)) {
            TokenBytes bytes = TokenizerFile.read(file).tokenBytes();
            return new DjlTokenizer(HuggingFaceTokenizer.newInstance(in, AS_IT_IS), bytes);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    file + " is no usable tokenizer (" + line(e) + "): import the model again", e);
        }
    }

    /** The libraries' messages may have several lines. */
    private static String line(Exception fault) {
        String message = fault instanceof JsonProcessingException json ? json.getOriginalMessage() : fault.getMessage();
        return String.valueOf(message).replaceAll("\\p{Cntrl}+", " ");
    }

    @Override
    public Tokens tokenize(NormalizedText text) {
        byte[] utf8 = text.text().getBytes(StandardCharsets.UTF_8);
        try {
            int[] ids = ids(text.text());
            int[] ends = bytes.ends(ids, utf8);
            return new Tokens(text, ids, starts(ends), ends);
        } catch (RuntimeException e) {
            // The library's own message may quote the text.
            String defect = e instanceof IllegalStateException
                    ? e.getMessage()
                    : e.getClass().getSimpleName();
            throw new TokenizationException(
                    "the tokenizer cannot take a text of " + utf8.length + " bytes: " + defect, e);
        }
    }

    private int[] ids(String text) {
        Encoding encoding = tokenizer.encode(text, false, false);
        return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
    }

    private static int[] starts(int[] ends) {
        int[] starts = new int[ends.length];
        for (int i = 1; i < ends.length; i++) {
            starts[i] = ends[i - 1];
        }
        return starts;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
