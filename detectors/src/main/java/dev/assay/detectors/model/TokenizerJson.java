package dev.assay.detectors.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes {@code tokenizer.json}. Control tokens such as {@code <|endoftext|>} are in the vocabulary but never among the added tokens:
 * a text that spells one is scored as the plain characters it holds, and cannot smuggle in a document boundary.
 */
final class TokenizerJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TokenizerJson() {}

    /** A BPE model; merges in order of rank. */
    static ObjectNode bpe(Vocabulary vocabulary, List<String[]> merges) {
        ObjectNode model = JSON.objectNode().put("type", "BPE");
        model.putNull("dropout");
        model.putNull("unk_token");
        model.putNull("continuing_subword_prefix");
        model.putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        ObjectNode ids = model.putObject("vocab");
        for (int id = 0; id < vocabulary.tokens().size(); id++) {
            ids.put(vocabulary.tokens().get(id), id);
        }
        ArrayNode ranked = model.putArray("merges");
        for (String[] merge : merges) {
            ranked.addArray().add(merge[0]).add(merge[1]);
        }
        return model;
    }

    /** The whole file, the same bytes on every machine; null parts are absent. */
    static String write(
            Vocabulary vocabulary,
            ObjectNode model,
            ObjectNode normalizer,
            ObjectNode preTokenizer,
            ObjectNode decoder) {
        ObjectNode root = JSON.objectNode().put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        root.set("added_tokens", userDefined(vocabulary));
        root.set("normalizer", orNull(normalizer));
        root.set("pre_tokenizer", orNull(preTokenizer));
        root.putNull("post_processor");
        root.set("decoder", orNull(decoder));
        root.set("model", model);
        try {
            return new ObjectMapper().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    /** Tokens that stand for plain text, such as runs of spaces, and are cut out of it before anything else. */
    private static ArrayNode userDefined(Vocabulary vocabulary) {
        ArrayNode added = JSON.arrayNode();
        for (int id : vocabulary.ofKind(Vocabulary.USER_DEFINED)) {
            added.addObject()
                    .put("id", id)
                    .put("content", vocabulary.tokens().get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", false);
        }
        return added;
    }

    private static JsonNode orNull(ObjectNode node) {
        return node == null ? JSON.nullNode() : node;
    }
}
