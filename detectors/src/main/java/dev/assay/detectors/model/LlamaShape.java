package dev.assay.detectors.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes of a Llama-family model.
 *
 * @param layers number of layers
 * @param hidden H, width of the hidden states
 * @param heads query heads
 * @param keyValueHeads key and value heads, a divisor of {@code heads}
 * @param headSize numbers a head, even
 * @param feedForward width inside the feed-forward block
 * @param vocabulary V, width of the logits
 * @param context most positions
 * @param rotaryBase θ of the rotary embedding
 * @param epsilon added to the mean square in a norm
 */
record LlamaShape(
        int layers,
        int hidden,
        int heads,
        int keyValueHeads,
        int headSize,
        int feedForward,
        int vocabulary,
        int context,
        float rotaryBase,
        float epsilon) {
    private static final int KERNEL_MULTIPLE = 16;
    private static final int DEPTH = 30; // parts, of which SmolLM2-135M has a layer each
    private static final int[] POOLED = {14, 21};

    /** Numbers a head has in the graph: ONNX Runtime's attention wants a multiple of 16, so small heads are padded with zeros. */
    int graphHeadSize() {
        return (headSize + KERNEL_MULTIPLE - 1) / KERNEL_MULTIPLE * KERNEL_MULTIPLE;
    }

    /** Rows of the graph's table of positions: a text of as many tokens as the context stands behind the start token. */
    int positions() {
        return context + 1;
    }

    /**
     * Layers, counted from 0, whose states a bundle gives out in sums: those whose middles are nearest to 14/30 and 21/30 of the depth,
     * ⌊14 · layers / 30⌋ and ⌊21 · layers / 30⌋; ascending, without repetition.
     */
    List<Integer> pooledLayers() {
        return IntStream.of(POOLED)
                .map(part -> part * layers / DEPTH)
                .distinct()
                .boxed()
                .toList();
    }
}
