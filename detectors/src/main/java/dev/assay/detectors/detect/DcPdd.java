package dev.assay.detectors.detect;

import dev.assay.detectors.corpus.ReferenceFrequencies;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * Probabilities calibrated by how common a token is: <b>mean of min(p · ln(1/q), a)</b> over the first occurrences of distinct tokens,
 * p = exp x, q the token's share of a reference corpus counted with the same tokenizer and smoothed by one, a = 0.01; in [0, a];
 * higher means more familiar. At this a nearly the share of distinct tokens with p &gt; 0.001, so exact ties between texts are common.
 *
 * <p>Source: Zhang et al., EMNLP 2024, "Pretraining Data Detection for Large Language Models: A Divergence-based Calibration Method".
 *
 * <p>Undefined without reference frequencies and below 16 distinct tokens.
 */
public final class DcPdd implements Detector {
    private static final int FEWEST_DISTINCT = 16;
    private final double cap;

    /** With the cap a = 0.01. */
    public DcPdd() {
        this(0.01);
    }

    DcPdd(double cap) {
        this.cap = cap;
    }

    @Override
    public String name() {
        return "dc-pdd";
    }

    @Override
    public Question question() {
        return Question.MEMBERSHIP;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return text.frequencies().isPresent() ? score(text, text.frequencies().get()) : OptionalDouble.empty();
    }

    private OptionalDouble score(ScoredText text, ReferenceFrequencies reference) {
        BitSet seen = new BitSet();
        double sum = 0;
        for (int j = 0; j < text.tokens().count(); j++) {
            int id = text.tokens().ids()[j];
            if (!seen.get(id)) {
                seen.set(id);
                sum += Math.min(-Math.exp(text.scores().logProbs()[j]) * Math.log(reference.probability(id)), cap);
            }
        }
        int distinct = seen.cardinality();
        return distinct < FEWEST_DISTINCT ? OptionalDouble.empty() : Sequence.finite(sum / distinct);
    }
}
