package dev.assay.detectors.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a SentencePiece BPE tokenizer, as Llama 2 has it, in the Hugging Face format: spaces become ▁, one is put in front, the
 * pair that makes the best-scored piece is merged first, and what is in no piece falls back to bytes {@code <0x00>}…{@code <0xFF>}.
 */
final class SentencePiece {
    private static final String SPACE = "\u2581";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SentencePiece() {}

    /**
     * @param pieces by id, with ▁ for a space
     * @param scores by id; a higher one is merged earlier
     * @param ordinary by id; false for control, unknown and byte pieces, which no text is merged into
     */
    static String json(List<String> pieces, float[] scores, boolean[] ordinary) {
        ObjectNode model = TokenizerJson.bpe(pieces, merges(pieces, scores, ordinary));
        model.put("byte_fallback", true);
        model.put("fuse_unk", true);
        model.put("unk_token", pieces.get(0));
        return TokenizerJson.write(model, normalizer(), null, decoder());
    }

    private static List<String[]> merges(List<String> pieces, float[] scores, boolean[] ordinary) {
        Map<String, Integer> ids = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        for (int id = 0; id < pieces.size(); id++) {
            if (ordinary[id]) {
                ids.put(pieces.get(id), id);
                order.add(id);
            }
        }
        order.sort(Comparator.comparingDouble(id -> -scores[id])); // stable: lower id first among equals
        List<String[]> merges = new ArrayList<>();
        for (int id : order) {
            String piece = pieces.get(id);
            for (int cut = 1; cut < piece.length(); cut++) {
                String left = piece.substring(0, cut);
                String right = piece.substring(cut);
                if (ids.containsKey(left) && ids.containsKey(right)) {
                    merges.add(new String[] {left, right});
                }
            }
        }
        return merges;
    }

    private static ObjectNode normalizer() {
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        sequence.putArray("normalizers")
                .add(JSON.objectNode().put("type", "Prepend").put("prepend", SPACE))
                .add(replace(" ", SPACE));
        return sequence;
    }

    private static ObjectNode decoder() {
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        sequence.putArray("decoders")
                .add(replace(SPACE, " "))
                .add(JSON.objectNode().put("type", "ByteFallback"))
                .add(JSON.objectNode().put("type", "Fuse"))
                .add(JSON.objectNode()
                        .put("type", "Strip")
                        .put("content", " ")
                        .put("start", 1)
                        .put("stop", 0));
        return sequence;
    }

    private static ObjectNode replace(String from, String to) {
        ObjectNode replace = JSON.objectNode().put("type", "Replace");
        replace.putObject("pattern").put("String", from);
        return replace.put("content", to);
    }
}
