package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.LabelledText;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One text in two precisions of a model.
 *
 * @param text the text
 * @param tokens its tokens
 * @param logProbDifference Σ |Δ ln p| over them, nats
 * @param reference each detector's score in the precision that is believed (detectors)
 * @param candidate each detector's score in the other (detectors)
 * @param shaken each detector's score in the first, {@linkplain Shaking shaken} (rounds × detectors)
 */
record ComparedText(
        LabelledText text,
        int tokens,
        double logProbDifference,
        List<OptionalDouble> reference,
        List<OptionalDouble> candidate,
        List<List<OptionalDouble>> shaken) {}
