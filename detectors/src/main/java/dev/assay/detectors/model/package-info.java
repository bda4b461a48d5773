/** Model bundles: what a directory of graphs, tokenizer and calibrations holds, and how one is made from a GGUF file. */
package dev.assay.detectors.model;
