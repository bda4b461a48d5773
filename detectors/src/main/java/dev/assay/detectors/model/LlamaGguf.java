package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.GgufFile;
import dev.assay.detectors.model.gguf.Metadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A Llama-family model in a GGUF file. */
final class LlamaGguf implements LlamaWeights {
    static final String ARCHITECTURE = "llama";

    private static final String EMBEDDING = "token_embd.weight";
    private static final String OUTPUT = "output.weight";
    private static final String FINAL_NORM = "output_norm.weight";
    private static final String FREQUENCIES = "rope_freqs.weight";
    private static final String BLOCKS = "llama.block_count";
    private static final String CONTEXT = "llama.context_length";
    private static final long LARGEST_TABLE = 1L << 27; // numbers of cosines and sines together
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
        requireParts();
        refuseUnknownParts();
    }

    private static LlamaShape shape(GgufFile file) {
        Metadata m = file.metadata();
        int hidden = size(m, "llama.embedding_length");
        int heads = size(m, "llama.attention.head_count");
        int headSize = size(m, "llama.attention.key_length", hidden / heads);
        requirePlainRotation(m, headSize);
        return new LlamaShape(
                layers(file),
                hidden,
                heads,
                size(m, "llama.attention.head_count_kv", heads),
                headSize,
                size(m, "llama.feed_forward_length"),
                vocabulary(file),
                context(m, headSize),
                (float) within(m, "llama.rope.freq_base", 10_000, Float.MIN_NORMAL, Float.MAX_VALUE),
                (float) within(m, "llama.attention.layer_norm_rms_epsilon", Double.NaN, 0, 1));
    }

    /** No more than there are tensors of layers. */
    private static int layers(GgufFile file) {
        int layers = size(file.metadata(), BLOCKS);
        int most = file.tensors().size() / LAYER.size();
        if (layers > most) {
            throw new BundleException(BLOCKS + " is " + layers + ", but the file has tensors for " + most
                    + " layers at most; import a complete model file");
        }
        return layers;
    }

    private static int vocabulary(GgufFile file) {
        List<Long> dims = file.dims(EMBEDDING);
        if (dims.size() != 2 || dims.get(1) < 1) {
            throw new BundleException(
                    "tensor " + EMBEDDING + " has sizes " + dims + " and no rows; import a complete model file");
        }
        return Math.toIntExact(dims.get(1));
    }

    /** The graph holds a table of all positions. */
    private static int context(Metadata m, int headSize) {
        int context = size(m, CONTEXT);
        if ((long) context * headSize > LARGEST_TABLE) {
            throw new BundleException(CONTEXT + " is " + context + ", more than the " + LARGEST_TABLE / headSize
                    + " positions that can be kept; import a model with fewer");
        }
        return context;
    }

    private static int size(Metadata metadata, String key) {
        return size(key, metadata.integer(key));
    }

    private static int size(Metadata metadata, String key, int absent) {
        return size(key, metadata.integer(key, absent));
    }

    private static int size(String key, long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new BundleException(key + " is " + value + "; import a complete model file");
        }
        return (int) value;
    }

    /** A number in a range; without a default it must be there. */
    private static double within(Metadata m, String key, double absent, double least, double most) {
        double value = Double.isNaN(absent) ? m.number(key) : m.number(key, absent);
        if (!(value >= least && value <= most)) {
            throw new BundleException(key + " is " + value + "; import a complete model file");
        }
        return value;
    }

    /** Every number of a head turns, at unscaled positions. What scales them has had three names; without a type it is linear. */
    private static void requirePlainRotation(Metadata m, int headSize) {
        long turned = m.integer("llama.rope.dimension_count", headSize);
        String scaling = m.text("llama.rope.scaling.type", "linear");
        double factor = m.number("llama.rope.scaling.factor", m.number("llama.rope.scale_linear", 1));
        boolean scaled = scaling.equals("linear") ? factor != 1 && factor != 0 : !scaling.equals("none");
        if (turned != headSize || headSize % 2 != 0 || scaled) {
            throw new BundleException("rotary embedding of " + turned + " of " + headSize + " numbers with scaling "
                    + (scaled ? scaling + " by " + factor : "none")
                    + " is not supported; import a model with plain rotation");
        }
    }

    /** Sizes that do not fit are told before anything is read; with them, all sizes are those of tensors that the file has room for. */
    private void requireParts() {
        if (shape.heads() % shape.keyValueHeads() != 0) {
            throw new BundleException(shape.keyValueHeads() + " key and value heads do not divide " + shape.heads()
                    + " heads; import a complete model file");
        }
        long queries = (long) shape.heads() * shape.headSize();
        long keys = (long) shape.keyValueHeads() * shape.headSize();
        file.require(EMBEDDING, shape.hidden(), shape.vocabulary());
        file.require(FINAL_NORM, shape.hidden());
        for (int layer = 0; layer < shape.layers(); layer++) {
            file.require(name(layer, "attn_norm"), shape.hidden());
            file.require(name(layer, "attn_q"), shape.hidden(), queries);
            file.require(name(layer, "attn_k"), shape.hidden(), keys);
            file.require(name(layer, "attn_v"), shape.hidden(), keys);
            file.require(name(layer, "attn_output"), queries, shape.hidden());
            file.require(name(layer, "ffn_norm"), shape.hidden());
            file.require(name(layer, "ffn_gate"), shape.hidden(), shape.feedForward());
            file.require(name(layer, "ffn_up"), shape.hidden(), shape.feedForward());
            file.require(name(layer, "ffn_down"), shape.feedForward(), shape.hidden());
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
        if (unknown.contains(FREQUENCIES)) {
            throw new BundleException("the model scales its rotation by frequency (" + FREQUENCIES
                    + "), as Llama 3.1 does, which is not supported; import a model with plain rotation");
        }
        if (!unknown.isEmpty()) {
            throw new BundleException("the model has parts that a plain Llama-family model does not have, such as "
                    + unknown.iterator().next() + "; import a plain one");
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
