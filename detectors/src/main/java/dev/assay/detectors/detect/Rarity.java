package dev.assay.detectors.detect;

import dev.assay.detectors.corpus.ReferenceFrequencies;

/** Surprisal against rarity, token by token. */
final class Rarity {
    private Rarity() {}

    /** x / u (n), at most 0: log-probability over rarity u = −ln q, q the token's smoothed share of the reference corpus. */
    static double[] ratios(ScoredText text, ReferenceFrequencies reference) {
        double[] x = text.scores().logProbs();
        double[] ratios = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            ratios[j] = x[j] / -Math.log(reference.probability(text.tokens().ids()[j]));
        }
        return ratios;
    }
}
