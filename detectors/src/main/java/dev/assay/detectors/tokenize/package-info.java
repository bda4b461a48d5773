/** Step 3 of 8, tokenize: NormalizedText → Tokens, Windows. */
package dev.assay.detectors.tokenize;
