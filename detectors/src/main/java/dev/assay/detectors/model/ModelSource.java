package dev.assay.detectors.model;

/**
 * A model as an importer found it.
 *
 * @param architecture model family
 * @param file name of its file
 * @param sha256 SHA-256 of that file, hex
 * @param weights its weights
 * @param tokenizerJson its tokenizer in the Hugging Face format
 * @param startToken document-start token
 */
record ModelSource(
        String architecture, String file, String sha256, LlamaWeights weights, String tokenizerJson, int startToken) {}
