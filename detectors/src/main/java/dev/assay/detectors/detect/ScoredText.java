package dev.assay.detectors.detect;

import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokens;
import java.util.Optional;

/**
 * All a detector may look at.
 *
 * @param tokens the text's tokens (n)
 * @param scores the model's numbers for the same tokens (n)
 * @param frequencies counts made with this model's tokenizer, where the bundle has them
 */
public record ScoredText(Tokens tokens, TokenScores scores, Optional<ReferenceFrequencies> frequencies) {
    /** Tokens {@code from} (inclusive) to {@code to} (exclusive) as if they were the text: what a detector says of a span. */
    public ScoredText slice(int from, int to) {
        return new ScoredText(tokens.slice(from, to), scores.slice(from, to), frequencies);
    }
}
