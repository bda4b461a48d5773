package dev.assay.detectors.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rebuilds a byte-level BPE tokenizer, as GPT-2 has it, in the Hugging Face format. GGUF keeps only a name for how a text is cut before
 * the merges; a wrong cut scores every text wrong, so names whose cut is not known are refused.
 */
final class ByteLevelBpe {
    /** GPT-2's words, with every digit a word of its own cut out first. */
    private static final Set<String> DIGITS_FIRST = Set.of("smollm");
    /** GPT-2's words. */
    private static final Set<String> PLAIN = Set.of("gpt-2");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ByteLevelBpe() {}

    /**
     * @param merges in order of rank, the two sides parted by a space
     * @param preTokenizer GGUF's name for the cut
     */
    static String json(Vocabulary vocabulary, List<String> merges, String preTokenizer) {
        ObjectNode model = TokenizerJson.bpe(vocabulary, split(merges));
        return TokenizerJson.write(vocabulary, model, null, cut(preTokenizer), byteLevel());
    }

    private static List<String[]> split(List<String> merges) {
        List<String[]> pairs = new ArrayList<>(merges.size());
        for (String merge : merges) {
            int space = merge.indexOf(' ', 1); // byte-level text holds no space: it is spelled Ġ
            if (space < 0) {
                throw new BundleException("a merge of the tokenizer has one side only; import a complete model file");
            }
            pairs.add(new String[] {merge.substring(0, space), merge.substring(space + 1)});
        }
        return pairs;
    }

    private static ObjectNode cut(String name) {
        if (PLAIN.contains(name)) {
            return byteLevel();
        }
        if (!DIGITS_FIRST.contains(name)) {
            throw new BundleException("the tokenizer cuts texts by the rule \"" + name
                    + "\", which is not known; import a model whose rule is smollm or gpt-2");
        }
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("pretokenizers");
        steps.add(JSON.objectNode().put("type", "Digits").put("individual_digits", true));
        steps.add(byteLevel());
        return sequence;
    }

    private static ObjectNode byteLevel() {
        return JSON.objectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }
}
