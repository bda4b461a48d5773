package dev.assay.detectors.model;

import java.util.Optional;

/**
 * The weights of a Llama-family model as files keep them: matrices with one row an output, and query and key rows ordered for
 * <em>interleaved</em> rotation (numbers 2i and 2i + 1 of a head turn together). Read anew at every call.
 */
interface LlamaWeights {
    /** Sizes. */
    LlamaShape shape();

    /** (V × H). */
    float[] embedding();

    /** (H). */
    float[] attentionNorm(int layer);

    /** (heads · head size × H). */
    float[] query(int layer);

    /** (key/value heads · head size × H). */
    float[] key(int layer);

    /** (key/value heads · head size × H). */
    float[] value(int layer);

    /** (H × heads · head size). */
    float[] attentionOutput(int layer);

    /** (H). */
    float[] feedForwardNorm(int layer);

    /** (feed forward × H). */
    float[] gate(int layer);

    /** (feed forward × H). */
    float[] up(int layer);

    /** (H × feed forward). */
    float[] down(int layer);

    /** (H). */
    float[] finalNorm();

    /** (V × H); the embedding where the model ties them. */
    float[] output();

    /** What the residual stream is turned by, R of H rows and columns; empty where it is as the model's makers left it. */
    default Optional<Rotation> turn() {
        return Optional.empty();
    }
}
