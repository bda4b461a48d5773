/** Reads GGUF files, versions 2 and 3: metadata, and tensors as 32-bit floats. */
package dev.assay.detectors.model.gguf;
