package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Mean of the least likely fifth: <b>mean of the k lowest x</b>, k = max(1, ⌊0.2 n⌋), in nats a token; higher means more familiar. A
 * text once seen has few outliers.
 *
 * <p>Source: Shi et al., ICLR 2024, "Detecting Pretraining Data from Large Language Models".
 *
 * <p>Undefined for a text without tokens.
 */
public final class MinK implements Detector {
    @Override
    public String name() {
        return "min-k";
    }

    @Override
    public Question question() {
        return Question.MEMBERSHIP;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return Sequence.meanOfLowestFifth(text.scores().logProbs());
    }
}
