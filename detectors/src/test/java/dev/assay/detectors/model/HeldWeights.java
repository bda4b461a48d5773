package dev.assay.detectors.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights held in memory, by kind and layer. */
record HeldWeights(LlamaShape shape, Map<String, List<float[]>> kinds) implements LlamaWeights {
    /** Kinds in the order of llama2.c, each for all layers. */
    static Map<String, List<float[]>> inFileOrder(LlamaShape s, ByteBuffer in) {
        int queries = s.heads() * s.headSize();
        int keys = s.keyValueHeads() * s.headSize();
        Map<String, List<float[]>> kinds = new HashMap<>();
        kinds.put("embedding", read(in, 1, s.vocabulary() * s.hidden()));
        kinds.put("attention_norm", read(in, s.layers(), s.hidden()));
        kinds.put("query", read(in, s.layers(), queries * s.hidden()));
        kinds.put("key", read(in, s.layers(), keys * s.hidden()));
        kinds.put("value", read(in, s.layers(), keys * s.hidden()));
        kinds.put("attention_output", read(in, s.layers(), s.hidden() * queries));
        kinds.put("feed_forward_norm", read(in, s.layers(), s.hidden()));
        kinds.put("gate", read(in, s.layers(), s.feedForward() * s.hidden()));
        kinds.put("down", read(in, s.layers(), s.feedForward() * s.hidden()));
        kinds.put("up", read(in, s.layers(), s.feedForward() * s.hidden()));
        kinds.put("final_norm", read(in, 1, s.hidden()));
        return kinds;
    }

    private static List<float[]> read(ByteBuffer in, int layers, int length) {
        List<float[]> tensors = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            float[] tensor = new float[length];
            for (int i = 0; i < length; i++) {
                tensor[i] = in.getFloat();
            }
            tensors.add(tensor);
        }
        return tensors;
    }

    @Override
    public float[] embedding() {
        return kinds.get("embedding").get(0);
    }

    @Override
    public float[] attentionNorm(int layer) {
        return kinds.get("attention_norm").get(layer);
    }

    @Override
    public float[] query(int layer) {
        return kinds.get("query").get(layer);
    }

    @Override
    public float[] key(int layer) {
        return kinds.get("key").get(layer);
    }

    @Override
    public float[] value(int layer) {
        return kinds.get("value").get(layer);
    }

    @Override
    public float[] attentionOutput(int layer) {
        return kinds.get("attention_output").get(layer);
    }

    @Override
    public float[] feedForwardNorm(int layer) {
        return kinds.get("feed_forward_norm").get(layer);
    }

    @Override
    public float[] gate(int layer) {
        return kinds.get("gate").get(layer);
    }

    @Override
    public float[] up(int layer) {
        return kinds.get("up").get(layer);
    }

    @Override
    public float[] down(int layer) {
        return kinds.get("down").get(layer);
    }

    @Override
    public float[] finalNorm() {
        return kinds.get("final_norm").get(0);
    }

    @Override
    public float[] output() {
        return embedding();
    }
}
