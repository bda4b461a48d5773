package dev.assay.detectors.model;

/**
 * A model's weights with {@link Smoothing} folded in: the same model to the last bit in fp32, with activations that are more even.
 *
 * @param plain the model
 * @param smoothing factors for its channels
 */
record SmoothedWeights(LlamaWeights plain, Smoothing smoothing) implements LlamaWeights {
    @Override
    public LlamaShape shape() {
        return plain.shape();
    }

    @Override
    public float[] embedding() {
        return plain.embedding();
    }

    @Override
    public float[] attentionNorm(int layer) {
        return divideRows(plain.attentionNorm(layer), smoothing.at(layer, Place.QUERY_KEY_VALUE));
    }

    @Override
    public float[] query(int layer) {
        return multiplyColumns(plain.query(layer), smoothing.at(layer, Place.QUERY_KEY_VALUE));
    }

    @Override
    public float[] key(int layer) {
        return multiplyColumns(plain.key(layer), smoothing.at(layer, Place.QUERY_KEY_VALUE));
    }

    @Override
    public float[] value(int layer) {
        float[] rows = multiplyColumns(plain.value(layer), smoothing.at(layer, Place.QUERY_KEY_VALUE));
        return divideRows(rows, smoothing.at(layer, Place.ATTENTION_OUTPUT));
    }

    @Override
    public float[] attentionOutput(int layer) {
        float[] values = smoothing.at(layer, Place.ATTENTION_OUTPUT);
        float[] attended = new float[shape().heads() * shape().headSize()];
        for (int i = 0; i < attended.length; i++) {
            attended[i] = values[Smoothing.valueChannel(shape(), i)];
        }
        return multiplyColumns(plain.attentionOutput(layer), attended);
    }

    @Override
    public float[] feedForwardNorm(int layer) {
        return divideRows(plain.feedForwardNorm(layer), smoothing.at(layer, Place.GATE_UP));
    }

    @Override
    public float[] gate(int layer) {
        return multiplyColumns(plain.gate(layer), smoothing.at(layer, Place.GATE_UP));
    }

    @Override
    public float[] up(int layer) {
        float[] rows = multiplyColumns(plain.up(layer), smoothing.at(layer, Place.GATE_UP));
        return divideRows(rows, smoothing.at(layer, Place.DOWN));
    }

    @Override
    public float[] down(int layer) {
        return multiplyColumns(plain.down(layer), smoothing.at(layer, Place.DOWN));
    }

    @Override
    public float[] finalNorm() {
        return plain.finalNorm();
    }

    @Override
    public float[] output() {
        return plain.output();
    }

    private static float[] multiplyColumns(float[] rows, float[] factors) {
        float[] result = rows.clone(); // it may be the model's own
        for (int i = 0; i < result.length; i++) {
            result[i] *= factors[i % factors.length];
        }
        return result;
    }

    private static float[] divideRows(float[] rows, float[] factors) {
        float[] result = rows.clone();
        int width = rows.length / factors.length;
        for (int i = 0; i < result.length; i++) {
            result[i] /= factors[i / width];
        }
        return result;
    }
}
