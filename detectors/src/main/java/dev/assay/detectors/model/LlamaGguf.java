package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.GgufFile;
import dev.assay.detectors.model.gguf.Metadata;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A Llama-family model in a GGUF file. */
final class LlamaGguf implements LlamaWeights {
    static final String ARCHITECTURE = "llama";

    private static final String EMBEDDING = "token_embd.weight";
    private static final String OUTPUT = "output.weight";
    private static final String FINAL_NORM = "output_norm.weight";
    private static final Set<String> LAYER = Set.of(
            "attn_norm", "attn_q", "attn_k", "attn_v", "attn_output", "ffn_norm", "ffn_gate", "ffn_up", "ffn_down");

    private final GgufFile file;
    private final LlamaShape shape;

    /**
     * Reads the sizes.
     *
     * @throws BundleException when the model has parts that the graph would leave out
     */
    LlamaGguf(GgufFile file) {
        this.file = file;
        this.shape = shape(file);
        refuseUnknownParts();
    }

    private static LlamaShape shape(GgufFile file) {
        Metadata m = file.metadata();
        int hidden = size(m, "llama.embedding_length");
        int heads = size(m, "llama.attention.head_count");
        int headSize = Math.toIntExact(m.integer("llama.attention.key_length", hidden / heads));
        requireWholeRotation(m, headSize);
        return new LlamaShape(
                size(m, "llama.block_count"),
                hidden,
                heads,
                Math.toIntExact(m.integer("llama.attention.head_count_kv", heads)),
                headSize,
                size(m, "llama.feed_forward_length"),
                Math.toIntExact(file.dims(EMBEDDING).get(1)),
                size(m, "llama.context_length"),
                (float) m.number("llama.rope.freq_base", 10_000),
                (float) m.number("llama.attention.layer_norm_rms_epsilon"));
    }

    private static int size(Metadata metadata, String key) {
        long value = metadata.integer(key);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new BundleException(key + " is " + value + "; import a complete model file");
        }
        return (int) value;
    }

    /** Every number of a head turns, at unscaled positions. */
    private static void requireWholeRotation(Metadata m, int headSize) {
        long turned = m.integer("llama.rope.dimension_count", headSize);
        String scaling = m.text("llama.rope.scaling.type", "none");
        if (turned != headSize || !scaling.equals("none")) {
            throw new BundleException("rotary embedding of " + turned + " of " + headSize + " numbers with scaling "
                    + scaling + " is not supported; import a model with plain rotation");
        }
    }

    private void refuseUnknownParts() {
        Set<String> known = new HashSet<>(Set.of(EMBEDDING, OUTPUT, FINAL_NORM));
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (String part : LAYER) {
                known.add(name(layer, part));
            }
        }
        Set<String> unknown = new TreeSet<>(file.tensors());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new BundleException("the model has parts that the llama architecture does not, such as "
                    + unknown.iterator().next() + "; import a plain Llama-family model");
        }
    }

    private static String name(int layer, String part) {
        return "blk." + layer + "." + part + ".weight";
    }

    private float[] norm(int layer, String part) {
        return file.read(name(layer, part), shape.hidden());
    }

    private float[] matrix(int layer, String part, int inputs, int outputs) {
        return file.read(name(layer, part), inputs, outputs);
    }

    @Override
    public LlamaShape shape() {
        return shape;
    }

    @Override
    public float[] embedding() {
        return file.read(EMBEDDING, shape.hidden(), shape.vocabulary());
    }

    @Override
    public float[] attentionNorm(int layer) {
        return norm(layer, "attn_norm");
    }

    @Override
    public float[] query(int layer) {
        return matrix(layer, "attn_q", shape.hidden(), shape.heads() * shape.headSize());
    }

    @Override
    public float[] key(int layer) {
        return matrix(layer, "attn_k", shape.hidden(), shape.keyValueHeads() * shape.headSize());
    }

    @Override
    public float[] value(int layer) {
        return matrix(layer, "attn_v", shape.hidden(), shape.keyValueHeads() * shape.headSize());
    }

    @Override
    public float[] attentionOutput(int layer) {
        return matrix(layer, "attn_output", shape.heads() * shape.headSize(), shape.hidden());
    }

    @Override
    public float[] feedForwardNorm(int layer) {
        return norm(layer, "ffn_norm");
    }

    @Override
    public float[] gate(int layer) {
        return matrix(layer, "ffn_gate", shape.hidden(), shape.feedForward());
    }

    @Override
    public float[] up(int layer) {
        return matrix(layer, "ffn_up", shape.hidden(), shape.feedForward());
    }

    @Override
    public float[] down(int layer) {
        return matrix(layer, "ffn_down", shape.feedForward(), shape.hidden());
    }

    @Override
    public float[] finalNorm() {
        return file.read(FINAL_NORM, shape.hidden());
    }

    @Override
    public float[] output() {
        boolean own = file.tensors().contains(OUTPUT);
        return own ? file.read(OUTPUT, shape.hidden(), shape.vocabulary()) : embedding();
    }
}
