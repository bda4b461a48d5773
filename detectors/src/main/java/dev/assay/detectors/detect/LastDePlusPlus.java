package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * How far {@link LastDe} stands out among texts drawn from the model at the same positions: <b>(L(x) − mean L(a)) / std L(a)</b> over the
 * sampled alternatives a, with L = mean / std MDE(·; s = 4, ε = 8n, τ′ = 15), in standard deviations (N − 1); higher means machine.
 * Its Monte-Carlo error is about √(1/S + z²/2S): 0.17 at z = 2 with S = 100.
 *
 * <p>Source: Xu et al., ICLR 2025, "Training-free LLM-generated Text Detection by Mining Token Probability Sequences".
 *
 * <p>Undefined for n &lt; 19 tokens, with fewer than two samples, where L is undefined for the text or for a sample, and where all
 * samples agree.
 */
public final class LastDePlusPlus implements Detector {
    @Override
    public String name() {
        return "lastde++";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public int samples() {
        return 100;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        double[][] samples = text.scores().sampledLogProbs();
        OptionalDouble own = MultiscaleDiversity.SAMPLED.contrast(text.scores().logProbs());
        if (own.isEmpty() || samples.length < 2) {
            return OptionalDouble.empty();
        }
        double[] drawn = MultiscaleDiversity.SAMPLED.contrasts(samples); // (samples)
        double spread = Sequence.standardDeviation(drawn);
        return spread == 0
                ? OptionalDouble.empty()
                : Sequence.finite((own.getAsDouble() - Sequence.sum(drawn) / drawn.length) / spread);
    }
}
