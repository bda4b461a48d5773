package dev.assay.detectors.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What byte offsets need to know of a {@code tokenizer.json}. */
final class TokenizerFile {
    private static final int LARGEST_ID = 1 << 24;

    private final JsonNode root;

    private TokenizerFile(JsonNode root) {
        this.root = root;
    }

    static TokenizerFile read(Path file) throws IOException {
        return new TokenizerFile(new ObjectMapper().readTree(Files.readAllBytes(file)));
    }

    /** How this tokenizer spells bytes. */
    TokenBytes tokenBytes() {
        if (names("ByteLevel", root.path("pre_tokenizer")) || names("ByteLevel", root.path("decoder"))) {
            return new ByteLevelTokens(vocabulary());
        }
        if (root.path("model").path("byte_fallback").asBoolean()) {
            return new SpacePrefixTokens(vocabulary());
        }
        throw new IllegalArgumentException("neither a byte-level tokenizer nor one with byte fallback");
    }

    /** How each token is spelled, by its id. */
    Map<Integer, String> vocabulary() {
        Map<Integer, String> spellings = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                root.path("model").path("vocab").properties()) {
            int id = entry.getValue().asInt(-1);
            if (id < 0 || id > LARGEST_ID) {
                throw new IllegalArgumentException(
                        "a token has an id of " + entry.getValue().asText());
            }
            spellings.put(id, entry.getKey());
        }
        return spellings;
    }

    /** Whether a part of the pipeline, or one in a sequence of parts, is of a type. */
    private static boolean names(String type, JsonNode part) {
        return part.findValuesAsText("type").contains(type);
    }
}
