package dev.assay.detectors.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The same model in turned coordinates: norms' weights are folded into the matrices behind them, so that what is left of a norm
 * commutes with {@link Rotation}, and the residual stream and each value head are turned. Results are those of the plain model but for rounding.
 *
 * @param plain the model
 * @param stream turns the residual stream (H)
 * @param head turns each value head (head size)
 */
record RotatedWeights(LlamaWeights plain, Rotation stream, Rotation head) implements LlamaWeights {
    static RotatedWeights of(LlamaWeights plain) {
        LlamaShape shape = plain.shape();
        return new RotatedWeights(plain, Rotation.of(shape.hidden()), Rotation.of(shape.headSize()));
    }

    @Override
    public LlamaShape shape() {
        return plain.shape();
    }

    @Override
    public float[] embedding() {
        return stream.turn(plain.embedding());
    }

    @Override
    public float[] attentionNorm(int layer) {
        return ones();
    }

    @Override
    public float[] query(int layer) {
        return behind(plain.attentionNorm(layer), plain.query(layer));
    }

    @Override
    public float[] key(int layer) {
        return behind(plain.attentionNorm(layer), plain.key(layer));
    }

    @Override
    public float[] value(int layer) {
        return head.turnOutputs(behind(plain.attentionNorm(layer), plain.value(layer)), shape().hidden());
    }

    @Override
    public float[] attentionOutput(int layer) {
        int attended = shape().heads() * shape().headSize();
        return stream.turnOutputs(head.turn(plain.attentionOutput(layer)), attended);
    }

    @Override
    public float[] feedForwardNorm(int layer) {
        return ones();
    }

    @Override
    public float[] gate(int layer) {
        return behind(plain.feedForwardNorm(layer), plain.gate(layer));
    }

    @Override
    public float[] up(int layer) {
        return behind(plain.feedForwardNorm(layer), plain.up(layer));
    }

    @Override
    public float[] down(int layer) {
        return stream.turnOutputs(plain.down(layer), shape().feedForward());
    }

    @Override
    public float[] finalNorm() {
        return ones();
    }

    @Override
    public float[] output() {
        return behind(plain.finalNorm(), plain.output());
    }

    @Override
    public Optional<Rotation> turn() {
        return Optional.of(stream);
    }

    /** A matrix behind a norm, with the norm's weights in it and its inputs turned. */
    private float[] behind(float[] norm, float[] rows) {
        float[] result = rows.clone(); // it may be the model's own
        for (int i = 0; i < result.length; i++) {
            result[i] *= norm[i % norm.length];
        }
        return stream.turn(result);
    }

    private float[] ones() {
        float[] ones = new float[shape().hidden()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
