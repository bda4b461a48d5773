package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the mean entropy of the predictions: <b>mean μ</b>, μ = Σ p ln p, in nats a token; higher means machine.
 *
 * <p>Source: Gehrmann et al. 2019 (GLTR), with the sign turned: on text of current models high entropy is human.
 *
 * <p>Undefined for a text without tokens.
 */
public final class Entropy implements Detector {
    @Override
    public String name() {
        return "entropy";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return Sequence.mean(text.scores().meanLogProbs());
    }
}
