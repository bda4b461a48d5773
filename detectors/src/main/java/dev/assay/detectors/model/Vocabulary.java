package dev.assay.detectors.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A tokenizer's tokens.
 *
 * @param tokens by id
 * @param kinds by id, numbered as in GGUF
 */
record Vocabulary(List<String> tokens, List<Integer> kinds) {
    static final int NORMAL = 1;
    static final int UNKNOWN = 2;
    static final int CONTROL = 3;
    static final int USER_DEFINED = 4;
    static final int BYTE = 6;

    private static final String DOCUMENT_SEPARATOR = "<|endoftext|>";
    private static final int LONGEST = 2048; // UTF-16 units; every way to cut a token in two is looked at

    Vocabulary {
        if (tokens.size() != kinds.size()) {
            throw new BundleException("the tokenizer has " + tokens.size() + " tokens but " + kinds.size()
                    + " token kinds; import a complete model file");
        }
        for (int id = 0; id < tokens.size(); id++) {
            if (tokens.get(id).length() > LONGEST) {
                throw new BundleException("token " + id + " of the tokenizer has "
                        + tokens.get(id).length() + " characters; import a model whose tokens have at most " + LONGEST);
            }
        }
    }

    /** Ids of one kind, in order. */
    List<Integer> ofKind(int kind) {
        return IntStream.range(0, kinds.size())
                .filter(id -> kinds.get(id) == kind)
                .boxed()
                .toList();
    }

    /**
     * The document-start token d (METHODS §1): what separated documents in pretraining where the vocabulary has it, else the
     * beginning-of-sequence token, else the end-of-sequence token. What a chat model's file calls its beginning opens a turn.
     */
    OptionalInt startToken(OptionalInt beginning, OptionalInt end) {
        int separator = tokens.indexOf(DOCUMENT_SEPARATOR);
        if (separator >= 0) {
            return OptionalInt.of(separator);
        }
        return beginning.isPresent() ? beginning : end;
    }
}
