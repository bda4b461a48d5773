package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * Minus the surprisal of tokens for their rarity: <b>−mean(s/u)</b>, s = −x the token's surprisal and u = −ln q its rarity, q its share of a
 * reference corpus counted with the same tokenizer and smoothed by one; at most 0; higher means machine. A rare word costs any model
 * much; what tells writers apart is how much less than by counting.
 *
 * <p>Source: Assay's own, found by experiment; cf. Mielke 2019 for the ratio to bytes.
 *
 * <p>Undefined without reference frequencies and for no tokens.
 */
public final class RelativeSurprisal implements Detector {
    @Override
    public String name() {
        return "relative-surprisal";
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return text.frequencies()
                .map(reference -> Sequence.mean(Rarity.ratios(text, reference)))
                .orElse(OptionalDouble.empty());
    }
}
