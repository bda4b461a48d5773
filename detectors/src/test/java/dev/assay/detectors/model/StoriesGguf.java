package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.GgufBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The 1 MB model in GGUF, with a byte-level tokenizer of the right size: what an import needs, without a download. */
final class StoriesGguf {
    static final int VOCABULARY = 512;

    private StoriesGguf() {}

    static GgufBuilder builder(LlamaWeights weights) {
        LlamaShape s = weights.shape();
        GgufBuilder gguf = new GgufBuilder()
                .put("general.architecture", "llama")
                .put("general.license", "mit")
                .put("llama.block_count", (long) s.layers())
                .put("llama.embedding_length", (long) s.hidden())
                .put("llama.attention.head_count", (long) s.heads())
                .put("llama.attention.head_count_kv", (long) s.keyValueHeads())
                .put("llama.feed_forward_length", (long) s.feedForward())
                .put("llama.context_length", (long) s.context())
                .put("llama.rope.dimension_count", (long) s.headSize())
                .put("llama.attention.layer_norm_rms_epsilon", s.epsilon());
        addTokenizer(gguf);
        gguf.floats("token_embd.weight", weights.embedding(), s.hidden(), s.vocabulary());
        gguf.floats("output_norm.weight", weights.finalNorm(), s.hidden());
        for (int layer = 0; layer < s.layers(); layer++) {
            addLayer(gguf, weights, layer);
        }
        return gguf;
    }

    private static void addLayer(GgufBuilder gguf, LlamaWeights w, int layer) {
        LlamaShape s = w.shape();
        int queries = s.heads() * s.headSize();
        int keys = s.keyValueHeads() * s.headSize();
        String at = "blk." + layer + ".";
        gguf.floats(at + "attn_norm.weight", w.attentionNorm(layer), s.hidden());
        gguf.floats(at + "attn_q.weight", w.query(layer), s.hidden(), queries);
        gguf.floats(at + "attn_k.weight", w.key(layer), s.hidden(), keys);
        gguf.floats(at + "attn_v.weight", w.value(layer), s.hidden(), keys);
        gguf.floats(at + "attn_output.weight", w.attentionOutput(layer), queries, s.hidden());
        gguf.floats(at + "ffn_norm.weight", w.feedForwardNorm(layer), s.hidden());
        gguf.floats(at + "ffn_gate.weight", w.gate(layer), s.hidden(), s.feedForward());
        gguf.floats(at + "ffn_up.weight", w.up(layer), s.hidden(), s.feedForward());
        gguf.floats(at + "ffn_down.weight", w.down(layer), s.feedForward(), s.hidden());
    }

    /** Tokens t0, t1, … and the two letters of a merge; 1 is called the beginning. */
    static List<String> tokensWithoutSeparator() {
        List<String> tokens = new ArrayList<>();
        for (int id = 0; id < VOCABULARY; id++) {
            tokens.add("t" + id);
        }
        tokens.set(1, "<|im_start|>");
        tokens.set(3, "t");
        tokens.set(4, "0");
        return tokens;
    }

    private static void addTokenizer(GgufBuilder gguf) {
        List<String> tokens = tokensWithoutSeparator();
        tokens.set(2, "<|endoftext|>");
        gguf.put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.pre", "smollm")
                .put("tokenizer.ggml.tokens", tokens)
                .put("tokenizer.ggml.token_type", Collections.nCopies(VOCABULARY, 1L))
                .put("tokenizer.ggml.merges", List.of("t 0"))
                .put("tokenizer.ggml.bos_token_id", 1L);
    }
}
