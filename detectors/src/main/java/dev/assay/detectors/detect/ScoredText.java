package dev.assay.detectors.detect;

import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.score.TokenScores;
import dev.assay.detectors.tokenize.Tokens;
import java.util.Optional;

/**
 * All a detector may look at.
 *
 * @param tokens the text's tokens (n)
 * @param scores the model's numbers for the same tokens (n)
 * @param frequencies counts made with this model's tokenizer, where the bundle has them
 * @param fit what was learned for this bundle, where something was
 */
public record ScoredText(
        Tokens tokens, TokenScores scores, Optional<ReferenceFrequencies> frequencies, Optional<Fit> fit) {
    /** A text of a model that nothing was learned for. */
    public ScoredText(Tokens tokens, TokenScores scores, Optional<ReferenceFrequencies> frequencies) {
        this(tokens, scores, frequencies, Optional.empty());
    }

    /** Tokens {@code from} (inclusive) to {@code to} (exclusive) as if they were the text: what a detector says of a span. */
    public ScoredText slice(int from, int to) {
        return new ScoredText(tokens.slice(from, to), scores.slice(from, to), frequencies, fit);
    }
}
