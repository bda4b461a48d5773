package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the loss of the model on the text: <b>mean x</b>, in nats a token; higher means more familiar.
 *
 * <p>Source: Yeom et al. 2018, "Privacy Risk in Machine Learning".
 *
 * <p>Undefined for a text without tokens.
 */
public final class Loss implements Detector {
    @Override
    public String name() {
        return "loss";
    }

    @Override
    public Question question() {
        return Question.MEMBERSHIP;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return Sequence.mean(text.scores().logProbs());
    }
}
