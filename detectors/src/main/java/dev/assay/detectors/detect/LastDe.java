package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Log-likelihood over the spread of its diversity across scales: <b>mean x / std MDE(x; s = 3, ε = n, τ′ = 15)</b>, below 0; higher means
 * machine; the setting for text of closed models. MDE is in {@link MultiscaleDiversity}.
 *
 * <p>Source: Xu et al., ICLR 2025, "Training-free LLM-generated Text Detection by Mining Token Probability Sequences".
 *
 * <p>Undefined for n &lt; s + τ′ tokens and where the diversity is the same at every scale.
 */
public final class LastDe implements Detector {
    @Override
    public String name() {
        return "lastde";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return MultiscaleDiversity.CLOSED_MODELS.contrast(text.scores().logProbs());
    }
}
