package dev.assay.detectors.detect;

import dev.assay.detectors.learn.Fit;
import java.util.OptionalDouble;

/**
 * How machine-like the text's word sequences are: log-odds of a sparse linear model over short runs of the bundle's tokens, fitted to
 * texts of many models and many kinds of people; higher means machine. It needs no model run.
 *
 * <p>Source: Assay's own fit of a usual classifier (word n-grams, logistic regression).
 *
 * <p>Undefined for a bundle without a fit, and where the fit knows too little of the text's word sequences.
 */
public final class Lexical implements Detector {
    /** Its name in settings and fits. */
    public static final String NAME = "lexical";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public boolean needsFit() {
        return true;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return text.fit()
                .flatMap(Fit::lexical)
                .map(model -> model.score(text.tokens().ids()))
                .orElse(OptionalDouble.empty());
    }
}
