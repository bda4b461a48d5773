package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.Graph;
import dev.assay.detectors.model.graph.Graph.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Builds the graph from token ids to hidden states of a Llama-family model: {@code input_ids} int64 [1, m] to {@code hidden} float.
 * With a start state its keys and values are a constant past, its row comes first, there are m + 1 rows, and sums of the residual
 * stream are given out, {@link PooledStream}. Without one the graph starts at the first id, has m rows, and also returns the keys
 * and values of every layer.
 */
final class LlamaBody {
    private static final String IDS = "input_ids";
    private static final String HIDDEN = "hidden";

    private final LlamaShape shape;
    private final LlamaWeights weights;
    private final Placement products;
    private final StartState start; // null while it is being found out
    private final Graph graph = new Graph("body");

    private LlamaBody(LlamaWeights weights, Placement products, StartState start) {
        this.shape = weights.shape();
        this.weights = weights;
        this.products = products;
        this.start = start;
    }

    /** The graph that every text runs through. */
    static Graph after(StartState start, LlamaWeights weights, Placement products) {
        return new LlamaBody(weights, products, start).build();
    }

    /** The graph that finds out the start state; it returns what norms give too. */
    static Graph fromNothing(LlamaWeights weights) {
        return new LlamaBody(weights, Placement.everywhere(Product.FP32), null).build();
    }

    static String presentKey(int layer) {
        return "layer." + layer + ".present_key";
    }

    static String presentValue(int layer) {
        return "layer." + layer + ".present_value";
    }

    /** Name of what a norm gives to the product at a place. */
    static String inputOf(Place place, int layer) {
        String input = switch (place) {
            case QUERY_KEY_VALUE -> "attention_norm";
            case GATE_UP -> "feed_forward_norm";
            case ATTENTION_OUTPUT, DOWN -> throw new IllegalArgumentException(place + " stands behind no norm");
        };
        return "layer." + layer + "." + input;
    }

    private Graph build() {
        graph.longInput(IDS, 1, "m");
        addPositions();
        graph.floats("rotary.cos", () -> Rotary.cosines(shape), shape.positions(), shape.graphHeadSize() / 2);
        graph.floats("rotary.sin", () -> Rotary.sines(shape), shape.positions(), shape.graphHeadSize() / 2);
        graph.floats("embedding", weights::embedding, shape.vocabulary(), shape.hidden());
        String stream = graph.node("Gather", "embedded", List.of("embedding", IDS));
        PooledStream pooled = new PooledStream(graph, weights);
        if (start != null) {
            pooled.begin();
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            stream = layer(layer, stream);
            if (start != null) {
                pooled.add(layer, stream);
            }
        }
        addOutput(norm("final_norm", stream, weights::finalNorm));
        return graph;
    }

    /** {@code total}: positions with the past, int32 scalar; {@code last}: total − 1, int32 [1], as the attention operator wants. */
    private void addPositions() {
        graph.node("Shape", "ids.shape", List.of(IDS));
        graph.node("Gather", "ids.count", List.of("ids.shape", graph.longs("one", new long[] {1})));
        graph.node("Cast", "count", List.of("ids.count"), Attribute.of("to", 6)); // to int32
        graph.node("Add", "total", List.of("count", graph.ints("past", new int[] {start == null ? 0 : 1})));
        String beforeTotal = graph.ints("before_total", new int[] {start == null ? -1 : 0}, 1);
        graph.node("Add", "last", List.of("count", beforeTotal));
    }

    private String layer(int layer, String stream) {
        String at = "layer." + layer + ".";
        String normed = norm(at + "attention_norm", stream, () -> weights.attentionNorm(layer));
        String attended = attention(at, layer, normed);
        String middle = graph.node("Add", at + "middle", List.of(stream, attended));
        String inner = norm(at + "feed_forward_norm", middle, () -> weights.feedForwardNorm(layer));
        return graph.node("Add", at + "stream", List.of(middle, feedForward(at, layer, inner)));
    }

    private String norm(String name, String input, Supplier<float[]> weight) {
        String scale = graph.floats(name + ".weight", weight, shape.hidden());
        return graph.node(
                "SimplifiedLayerNormalization",
                name,
                List.of(input, scale),
                Attribute.of("axis", -1),
                Attribute.of("epsilon", shape.epsilon()));
    }

    private String attention(String at, int layer, String input) {
        int width = shape.graphHeadSize();
        int columns = (shape.heads() + 2 * shape.keyValueHeads()) * width;
        String qkv = product(
                Place.QUERY_KEY_VALUE,
                layer,
                at + "qkv",
                input,
                new Matrix(columns, shape.hidden(), () -> queryKeyValue(layer)));
        List<String> outputs = new ArrayList<>(List.of(at + "attention", presentKey(layer), presentValue(layer)));
        graph.node(
                Graph.MICROSOFT,
                "GroupQueryAttention",
                at + "attention",
                List.of(
                        qkv,
                        "",
                        "",
                        past(layer, "key"),
                        past(layer, "value"),
                        "last",
                        "total",
                        "rotary.cos",
                        "rotary.sin"),
                outputs,
                Attribute.of("num_heads", shape.heads()),
                Attribute.of("kv_num_heads", shape.keyValueHeads()),
                Attribute.of("do_rotary", 1),
                Attribute.of("scale", (float) (1 / Math.sqrt(shape.headSize()))));
        Matrix output = new Matrix(
                shape.hidden(),
                shape.heads() * width,
                () -> Heads.padColumns(weights.attentionOutput(layer), shape.headSize(), width));
        return product(Place.ATTENTION_OUTPUT, layer, at + "attention_output", at + "attention", output);
    }

    private float[] queryKeyValue(int layer) {
        int from = shape.headSize();
        int to = shape.graphHeadSize();
        return Matrix.stack(
                Heads.splitRotation(weights.query(layer), shape.hidden(), from, to),
                Heads.splitRotation(weights.key(layer), shape.hidden(), from, to),
                Heads.padRows(weights.value(layer), shape.hidden(), from, to));
    }

    private String past(int layer, String what) {
        if (start == null) {
            return "";
        }
        float[] constant = what.equals("key") ? start.keys()[layer] : start.values()[layer];
        return graph.floats(
                "layer." + layer + ".start_" + what,
                () -> constant,
                1,
                shape.keyValueHeads(),
                1,
                shape.graphHeadSize());
    }

    /** down(SiLU(gate(x)) · up(x)), SiLU(g) = g · sigmoid(g). */
    private String feedForward(String at, int layer, String input) {
        int width = shape.feedForward();
        Matrix both = new Matrix(2 * width, shape.hidden(), () -> Matrix.stack(weights.gate(layer), weights.up(layer)));
        String gateUp = product(Place.GATE_UP, layer, at + "gate_up", input, both);
        graph.node(
                "",
                "Split",
                at + "split",
                List.of(gateUp),
                List.of(at + "gate", at + "up"),
                Attribute.of("axis", -1),
                Attribute.of("num_outputs", 2));
        String sigmoid = graph.node("Sigmoid", at + "sigmoid", List.of(at + "gate"));
        String silu = graph.node("Mul", at + "silu", List.of(at + "gate", sigmoid));
        String inner = graph.node("Mul", at + "inner", List.of(silu, at + "up"));
        Matrix down = new Matrix(shape.hidden(), width, () -> weights.down(layer));
        return product(Place.DOWN, layer, at + "down", inner, down);
    }

    private String product(Place place, int layer, String name, String input, Matrix matrix) {
        return products.at(place, layer).apply(graph, name, input, matrix);
    }

    private void addOutput(String normed) {
        String axis = graph.longs("zero", new long[] {0}, 1);
        if (start == null) {
            graph.node("Squeeze", HIDDEN, List.of(normed, axis));
            graph.floatOutput(HIDDEN, "m", shape.hidden());
            for (int layer = 0; layer < shape.layers(); layer++) {
                graph.floatOutput(presentKey(layer), 1, shape.keyValueHeads(), "m", shape.graphHeadSize());
                graph.floatOutput(presentValue(layer), 1, shape.keyValueHeads(), "m", shape.graphHeadSize());
                graph.floatOutput(inputOf(Place.QUERY_KEY_VALUE, layer), 1, "m", shape.hidden());
                graph.floatOutput(inputOf(Place.GATE_UP, layer), 1, "m", shape.hidden());
            }
            return;
        }
        String rows = graph.node("Squeeze", "text_rows", List.of(normed, axis));
        String first = graph.floats("start_row", start::hidden, 1, shape.hidden());
        graph.node("Concat", HIDDEN, List.of(first, rows), Attribute.of("axis", 0));
        graph.floatOutput(HIDDEN, "m_plus_1", shape.hidden());
    }
}
