package dev.assay.detectors;

import dev.assay.detectors.corpus.ReferenceFrequencies;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.score.Scorer;
import dev.assay.detectors.tokenize.Tokenizer;
import java.util.Optional;

/**
 * What an assessor needs of a model.
 *
 * @param bundle where it comes from; its manifest is what calibrations must agree with
 * @param tokenizer the model's tokenizer
 * @param scorer the model
 * @param frequencies token counts of a reference corpus, made with the same tokenizer
 * @param fit what was learned for the bundle
 */
public record ScoringModel(
        Bundle bundle,
        Tokenizer tokenizer,
        Scorer scorer,
        Optional<ReferenceFrequencies> frequencies,
        Optional<Fit> fit)
        implements AutoCloseable {
    /** A model that nothing was learned for. */
    public ScoringModel(Bundle bundle, Tokenizer tokenizer, Scorer scorer, Optional<ReferenceFrequencies> frequencies) {
        this(bundle, tokenizer, scorer, frequencies, Optional.empty());
    }

    /** Frees the tokenizer's and the model's memory. */
    @Override
    public void close() {
        scorer.close();
        tokenizer.close();
    }
}
