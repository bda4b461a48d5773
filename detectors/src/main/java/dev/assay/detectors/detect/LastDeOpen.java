package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Log-likelihood over the spread of its diversity across scales: <b>mean x / std MDE(x; s = 3, ε = 10n, τ′ = 5)</b>, below 0; higher means
 * machine; the setting for text of open models. MDE is in {@link MultiscaleDiversity}.
 *
 * <p>Source: Xu et al., ICLR 2025, "Training-free LLM-generated Text Detection by Mining Token Probability Sequences".
 *
 * <p>Undefined for n &lt; s + τ′ tokens and where the diversity is the same at every scale.
 */
public final class LastDeOpen implements Detector {
    @Override
    public String name() {
        return "lastde-open";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return MultiscaleDiversity.OPEN_MODELS.contrast(text.scores().logProbs());
    }
}
