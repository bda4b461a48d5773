/** Step 2 of 8, normalize: text → NormalizedText. */
package dev.assay.detectors.normalize;
