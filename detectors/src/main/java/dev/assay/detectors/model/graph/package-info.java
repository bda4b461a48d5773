/** Writes ONNX graphs: nodes, constants, and files of any size, one tensor in memory at a time. */
package dev.assay.detectors.model.graph;
