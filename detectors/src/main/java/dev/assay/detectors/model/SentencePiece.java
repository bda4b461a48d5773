package dev.assay.detectors.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rebuilds a SentencePiece BPE tokenizer, as Llama 2 has it, in the Hugging Face format: spaces become ▁, one is put in front, the
 * pair that makes the best-scored piece is merged first, and what is in no piece falls back to bytes {@code <0x00>}…{@code <0xFF>}.
 */
final class SentencePiece {
    private static final String SPACE = "\u2581";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SentencePiece() {}

    /**
     * @param vocabulary pieces with ▁ for a space; no text is merged into control, unknown and byte pieces
     * @param scores by id; a higher one is merged earlier
     * @param spaceInFront whether a text gets a space in front
     */
    static String json(Vocabulary vocabulary, List<Float> scores, boolean spaceInFront) {
        ObjectNode model = TokenizerJson.bpe(vocabulary, merges(vocabulary, scores));
        model.put("byte_fallback", true).put("fuse_unk", true);
        vocabulary.ofKind(Vocabulary.UNKNOWN).stream()
                .findFirst()
                .ifPresent(id -> model.put("unk_token", vocabulary.tokens().get(id)));
        return TokenizerJson.write(vocabulary, model, normalizer(spaceInFront), null, decoder(spaceInFront));
    }

    /** Every way to cut a piece in two pieces, best piece first. */
    private static List<String[]> merges(Vocabulary vocabulary, List<Float> scores) {
        List<Integer> order = new ArrayList<>(vocabulary.ofKind(Vocabulary.NORMAL));
        Set<String> pieces = new HashSet<>();
        order.forEach(id -> pieces.add(vocabulary.tokens().get(id)));
        order.sort(Comparator.comparingDouble(id -> -scores.get(id))); // stable: lower id first among equals
        List<String[]> merges = new ArrayList<>();
        for (int id : order) {
            String piece = vocabulary.tokens().get(id);
            for (int cut = 1; cut < piece.length(); cut++) {
                String left = piece.substring(0, cut);
                String right = piece.substring(cut);
                if (pieces.contains(left) && pieces.contains(right)) {
                    merges.add(new String[] {left, right});
                }
            }
        }
        return merges;
    }

    private static ObjectNode normalizer(boolean spaceInFront) {
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("normalizers");
        if (spaceInFront) {
            steps.add(JSON.objectNode().put("type", "Prepend").put("prepend", SPACE));
        }
        steps.add(replace(" ", SPACE));
        return sequence;
    }

    private static ObjectNode decoder(boolean spaceInFront) {
        ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("decoders");
        steps.add(replace(SPACE, " "));
        steps.add(JSON.objectNode().put("type", "ByteFallback"));
        steps.add(JSON.objectNode().put("type", "Fuse"));
        if (spaceInFront) {
            ObjectNode strip = steps.addObject().put("type", "Strip").put("content", " ");
            strip.put("start", 1).put("stop", 0);
        }
        return sequence;
    }

    private static ObjectNode replace(String from, String to) {
        ObjectNode replace = JSON.objectNode().put("type", "Replace");
        replace.putObject("pattern").put("String", from);
        return replace.put("content", to);
    }
}
