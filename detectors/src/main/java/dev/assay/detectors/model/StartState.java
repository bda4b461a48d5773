package dev.assay.detectors.model;

/**
 * What the document-start token leaves in the model: it stands before every text, so this never changes.
 *
 * @param keys per layer (key/value heads × 1 × graph head size)
 * @param values per layer (key/value heads × 1 × graph head size)
 * @param hidden its final hidden row, which predicts a text's first token (H)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention; written into a graph and dropped
record StartState(float[][] keys, float[][] values, float[] hidden) {}
