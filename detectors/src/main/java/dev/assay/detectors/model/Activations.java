package dev.assay.detectors.model;

import java.util.List;

/**
 * How activations lie behind the norms.
 *
 * @param attention by layer, before query, key and value
 * @param feedForward by layer, before gate and up
 * @param last the final hidden states
 */
record Activations(List<Spread> attention, List<Spread> feedForward, Spread last) {}
