package dev.assay.detectors.tokenize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A byte-level tokenizer with 256 bytes and three merges: "th", "the" and " the". */
final class ByteLevelFixture {
    private ByteLevelFixture() {}

    static DjlTokenizer open() {
        try {
            Path file = Files.createTempFile("byte-level", ".json");
            try {
                Files.writeString(file, json().toString());
                return DjlTokenizer.open(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.putNull("normalizer").putArray("added_tokens");
        root.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("use_regex", true)
                .put("trim_offsets", false);
        root.putObject("decoder")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", true);
        ObjectNode model = root.putObject("model").put("type", "BPE").put("byte_fallback", false);
        ObjectNode vocabulary = model.putObject("vocab");
        int shifted = 0;
        for (int b = 0; b < 256; b++) {
            // Printable bytes spell themselves, the others take the code points from 256 on.
            boolean itself = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            vocabulary.put(Character.toString(itself ? b : 256 + shifted++), b);
        }
        String space = Character.toString(256 + 32);
        String[][] merges = {{"t", "h"}, {"th", "e"}, {space, "the"}};
        ArrayNode pairs = model.putArray("merges");
        IntStream.range(0, merges.length).forEach(i -> {
            vocabulary.put(merges[i][0] + merges[i][1], 256 + i);
            pairs.addArray().add(merges[i][0]).add(merges[i][1]);
        });
        return root;
    }
}
