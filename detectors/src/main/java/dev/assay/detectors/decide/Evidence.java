package dev.assay.detectors.decide;

import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is known of a text when it is decided on.
 *
 * @param tokens tokens of the normalized text; all of them have a score, if the text was scored
 * @param alterations what normalization changed
 * @param language ISO 639-1 code, or null
 * @param prose whether it reads as running text
 * @param repeated share of its runs of four tokens that stand in it before, in [0, 1]
 * @param domain kind of text, or null
 * @param scores scores by detector; empty where the text was not scored
 */
public record Evidence(
        int tokens,
        Alterations alterations,
        String language,
        boolean prose,
        double repeated,
        String domain,
        Map<String, Score> scores) {
    OptionalDouble score(String detector) {
        Score score = scores.get(detector);
        return score == null ? OptionalDouble.empty() : score.value();
    }
}
