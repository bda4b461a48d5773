package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.Metadata;
import java.util.List;
import java.util.OptionalInt;

/** The tokenizer in a GGUF file's metadata. */
final class GgufTokenizer {
    private static final String MODEL = "tokenizer.ggml.model";

    private final Metadata metadata;
    private final Vocabulary vocabulary;

    GgufTokenizer(Metadata metadata) {
        this.metadata = metadata;
        this.vocabulary = new Vocabulary(
                metadata.texts("tokenizer.ggml.tokens"),
                metadata.numbers("tokenizer.ggml.token_type").stream()
                        .map(Number::intValue)
                        .toList());
    }

    int size() {
        return vocabulary.tokens().size();
    }

    int startToken() {
        return vocabulary
                .startToken(id("tokenizer.ggml.bos_token_id"), id("tokenizer.ggml.eos_token_id"))
                .orElseThrow(() -> new BundleException(
                        "the tokenizer has no token that can stand before a text; import a model with one"));
    }

    /** The tokenizer in the Hugging Face format. */
    String json() {
        String model = metadata.text(MODEL);
        return switch (model) {
            case "gpt2" ->
                ByteLevelBpe.json(
                        vocabulary,
                        metadata.texts("tokenizer.ggml.merges"),
                        metadata.text("tokenizer.ggml.pre", "default"));
            case "llama" ->
                SentencePiece.json(vocabulary, scores(), metadata.flag("tokenizer.ggml.add_space_prefix", true));
            default ->
                throw new BundleException(
                        "tokenizers of kind " + model + " are not supported; import a model of kind gpt2 or llama");
        };
    }

    private List<Float> scores() {
        List<Float> scores = metadata.numbers("tokenizer.ggml.scores").stream()
                .map(Number::floatValue)
                .toList();
        if (scores.size() != size()) {
            throw new BundleException("the tokenizer has " + size() + " tokens but " + scores.size()
                    + " scores; import a complete model file");
        }
        return scores;
    }

    private OptionalInt id(String key) {
        if (!metadata.has(key)) {
            return OptionalInt.empty();
        }
        long id = metadata.integer(key);
        if (id < 0 || id >= size()) {
            throw new BundleException(
                    key + " is " + id + ", not one of the " + size() + " tokens; import a complete model file");
        }
        return OptionalInt.of((int) id);
    }
}
