package dev.assay.detectors.detect;

import dev.assay.detectors.learn.Standard;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The deciding detector: {@code probe}, {@code clean-surprisal} and {@code lexical} added up on the scale of people's texts, <b>z_P + z_C +
 * z_L</b>, z standard deviations above the median of people's texts, z_C kept in [−½, 4] and z_L in [−3, 4]; higher means machine. The
 * weights are one each and not fitted. They fail on different texts: the probe holds under changed words, surprisal finds models that
 * are new, word sequences find what models like to say.
 *
 * <p>Source: Assay's own, found by experiment.
 *
 * <p>Undefined where {@code probe} or {@code clean-surprisal} is; where only {@code lexical} is, it counts as the median.
 */
public final class AssayOne implements Detector {
    /** Its name in settings. */
    public static final String NAME = "assay-1";

    /** High surprisal speaks little for a person: any attack makes it. */
    private static final double LEAST_SURPRISAL = -0.5;

    private static final double LEAST_LEXICAL = -3;
    private static final double MOST = 4;

    private static final Detector PROBE = new Probe();
    private static final Detector SURPRISAL = new CleanSurprisal();
    private static final Detector LEXICAL = new Lexical();

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
        OptionalDouble probe = PROBE.score(text);
        OptionalDouble surprisal = SURPRISAL.score(text);
        return probe.isEmpty() || surprisal.isEmpty()
                ? OptionalDouble.empty()
                : Sequence.finite(join(
                        text.fit().orElseThrow().standards(),
                        probe.getAsDouble(),
                        surprisal.getAsDouble(),
                        LEXICAL.score(text)));
    }

    /**
     * The sum.
     *
     * @param standards how people's texts score, by detector
     * @param probe score of {@code probe}
     * @param surprisal score of {@code clean-surprisal}
     * @param lexical score of {@code lexical}, where it is defined
     */
    public static double join(Map<String, Standard> standards, double probe, double surprisal, OptionalDouble lexical) {
        double sum = probe + standards.get(CleanSurprisal.NAME).within(LEAST_SURPRISAL, MOST, surprisal);
        Standard words = standards.get(Lexical.NAME);
        return lexical.isPresent() && words != null
                ? sum + words.within(LEAST_LEXICAL, MOST, lexical.getAsDouble())
                : sum;
    }
}
