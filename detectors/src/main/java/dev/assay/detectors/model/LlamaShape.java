package dev.assay.detectors.model;

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

    /** Numbers a head has in the graph: ONNX Runtime's attention wants a multiple of 16, so small heads are padded with zeros. */
    int graphHeadSize() {
        return (headSize + KERNEL_MULTIPLE - 1) / KERNEL_MULTIPLE * KERNEL_MULTIPLE;
    }
}
