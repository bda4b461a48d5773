package dev.assay.detectors.model;

/** Tables of the rotary position embedding: pair i of a head at position t turns by t · θ^(−2i / head size). */
final class Rotary {
    private Rotary() {}

    static float[] cosines(LlamaShape shape) {
        return table(shape, true);
    }

    static float[] sines(LlamaShape shape) {
        return table(shape, false);
    }

    /** (positions × half of the graph's head size); pairs that only pad do not turn. */
    private static float[] table(LlamaShape shape, boolean cosine) {
        int pairs = shape.headSize() / 2;
        int width = shape.graphHeadSize() / 2;
        float[] table = new float[shape.positions() * width];
        for (int t = 0; t < shape.positions(); t++) {
            for (int i = 0; i < width; i++) {
                double angle = i < pairs ? t * Math.pow(shape.rotaryBase(), -2.0 * i / shape.headSize()) : 0;
                table[t * width + i] = (float) (cosine ? StrictMath.cos(angle) : StrictMath.sin(angle));
            }
        }
        return table;
    }
}
