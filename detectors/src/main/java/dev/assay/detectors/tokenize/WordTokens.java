package dev.assay.detectors.tokenize;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens that are a space and a whole word behind it. */
public final class WordTokens {
    /** Byte-level spellings of letters outside ASCII are letters, too, but others. */
    private static final Pattern BYTE_LEVEL = Pattern.compile("Ġ([A-Za-z]+)");

    private static final Pattern SPACE_PREFIX = Pattern.compile("\u2581(\\p{L}+)");

    private WordTokens() {}

    /**
     * The words of a bundle's vocabulary by token id; with a byte-level tokenizer those in ASCII letters only.
     *
     * @throws BundleException when its tokenizer cannot be read
     */
    public static Map<Integer, String> of(Bundle bundle) {
        Map<Integer, String> words = new TreeMap<>();
        try {
            TokenizerFile.read(bundle.tokenizer()).vocabulary().forEach((id, spelling) -> {
                for (Pattern pattern : new Pattern[] {BYTE_LEVEL, SPACE_PREFIX}) {
                    Matcher word = pattern.matcher(spelling);
                    if (word.matches() && id < bundle.manifest().vocabulary()) {
                        words.put(id, word.group(1));
                    }
                }
            });
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleException(bundle.tokenizer() + " is no usable tokenizer: import the model again", e);
        }
        return words;
    }
}
