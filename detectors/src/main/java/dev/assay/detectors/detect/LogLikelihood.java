package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Mean log-probability of the tokens: <b>mean x</b>, in nats a token; higher means machine. Models write what models find likely.
 *
 * <p>Source: Solaiman et al. 2019, "Release Strategies and the Social Impacts of Language Models"; Gehrmann et al. 2019 (GLTR).
 *
 * <p>Undefined for a text without tokens.
 */
public final class LogLikelihood implements Detector {
    @Override
    public String name() {
        return "log-likelihood";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return Sequence.mean(text.scores().logProbs());
    }
}
