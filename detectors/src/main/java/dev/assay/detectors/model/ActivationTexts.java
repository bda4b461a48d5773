package dev.assay.detectors.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The shipped texts in a model's tokens. They are cut greedily, the longest token of the vocabulary first: not how the model's
 * tokenizer merges, but nearly so in plain English, and the importer needs no native library for it. Scored texts never pass here.
 */
final class ActivationTexts {
    private static final String RESOURCE = "activation-texts.txt";
    private static final List<String> SPACES = List.of("\u0120", "\u2581"); // byte-level, SentencePiece

    private final Map<String, Integer> ids = new HashMap<>();
    private final int longest;
    private final String space;

    ActivationTexts(String tokenizerJson) throws IOException {
        JsonNode vocabulary =
                new ObjectMapper().readTree(tokenizerJson).path("model").path("vocab");
        vocabulary
                .properties()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
        longest = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
        space = SPACES.stream().filter(ids::containsKey).findFirst().orElse(" ");
    }

    /** Every text's ids, none empty. */
    List<int[]> ids() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ActivationTexts.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(this::cut).filter(text -> text.length > 0).toList();
        }
    }

    /** Characters that no token begins with are passed over. */
    int[] cut(String text) {
        String spelled = text.replace(" ", space);
        IntStream.Builder cut = IntStream.builder();
        int at = 0;
        while (at < spelled.length()) {
            int end = Math.min(spelled.length(), at + longest);
            while (end > at && !ids.containsKey(spelled.substring(at, end))) {
                end--;
            }
            if (end > at) {
                cut.add(ids.get(spelled.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
        return cut.build().toArray();
    }
}
