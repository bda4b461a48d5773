package dev.assay.detectors.corpus;

/**
 * How often each token occurs in a reference corpus, counted with the scoring model's own tokenizer.
 *
 * @param tokenizerHash SHA-256 of the tokenizer that counted, hex
 * @param corpusHash SHA-256 of the corpus, hex
 * @param counts occurrences per token id (vocabulary width V of the logits)
 * @param total N = Σ counts
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
public record ReferenceFrequencies(String tokenizerHash, String corpusHash, int[] counts, long total) {
    /** q(v) = (count(v) + 1) / (N + V), in (0, 1). */
    public double probability(int token) {
        return (counts[token] + 1.0) / (total + counts.length);
    }
}
