package dev.assay.detectors.detect;

import dev.assay.detectors.learn.ProbeModel;
import dev.assay.detectors.score.PooledStates;
import java.util.OptionalDouble;

/**
 * How far the text lies towards machine texts in the middle of the model: <b>(w · v − median) / deviation</b>, v the mean states of two
 * layers over the text's tokens, each divided by its root mean square, w a linear discriminant fitted to clean and changed texts, in
 * standard deviations of people's texts; higher means machine.
 *
 * <p>Source: Assay's own, found by experiment; cf. linear probes of Alain and Bengio 2016.
 *
 * <p>Undefined for a bundle without a fit, one that gives no states, and below 32 tokens.
 */
public final class Probe implements Detector {
    /** Its name in settings and fits. */
    public static final String NAME = "probe";

    private static final int FEWEST_TOKENS = PooledStates.GROUP;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Question question() {
        return Question.MACHINE;
    }

    @Override
    public boolean needsFit() {
        return true;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        return text.fit()
                .map(fit -> Sequence.map(raw(fit.probe(), text), fit.standards().get(NAME)::of))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble raw(ProbeModel model, ScoredText text) {
        return text.scores()
                .states()
                .filter(states -> text.tokens().count() >= FEWEST_TOKENS && states.groups() > 0)
                .map(states -> Sequence.finite(model.score(states)))
                .orElse(OptionalDouble.empty());
    }
}
