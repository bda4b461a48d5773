package dev.assay.detectors.model;

/** The products with weights inside a layer. */
enum Place {
    /** Query, key and value side by side, after the attention norm. */
    QUERY_KEY_VALUE,
    /** From the attended values back to the stream. */
    ATTENTION_OUTPUT,
    /** Gate and up side by side, after the feed-forward norm. */
    GATE_UP,
    /** From inside the feed-forward block back to the stream; its inputs have the largest outliers. */
    DOWN
}
