package dev.assay.detectors;

import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.detect.ScoredText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detectors that the settings choose.
 *
 * @param detectors those to report, the deciding ones among them
 * @param deciding the one that answers the machine question
 */
record DetectorChoice(List<Detector> detectors, Detector deciding) {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorChoice.class);

    /** The detectors by name; one that is not known, or answers another question, stops the start. */
    static DetectorChoice of(AssessorSettings settings) {
        Detector deciding = named("deciding-detector", settings.decidingDetector(), Question.MACHINE);
        Detector membership = named("membership-detector", settings.membershipDetector(), Question.MEMBERSHIP);
        if (deciding.needsFit() && !settings.hasFit()) {
            throw new IllegalArgumentException("setting deciding-detector is " + deciding.name()
                    + ", for which nothing was learned for this model: make a fit (assay train), or choose auto");
        }
        List<Detector> chosen = new ArrayList<>(
                settings.detectors().isEmpty()
                        ? Detectors.all().stream()
                                .filter(d -> d.samples() == 0 && (settings.hasFit() || !d.needsFit()))
                                .toList()
                        : settings.detectors().stream().map(Detectors::named).toList());
        for (Detector needed : List.of(deciding, membership)) {
            if (!chosen.contains(needed)) {
                chosen.add(needed);
            }
        }
        return new DetectorChoice(List.copyOf(chosen), deciding);
    }

    /** Their names, in order. */
    List<String> names() {
        return detectors.stream().map(Detector::name).toList();
    }

    /** Alternatives a position that the most demanding of them needs. */
    int samples() {
        return detectors.stream().mapToInt(Detector::samples).max().orElse(0);
    }

    /** Every detector's score of the text, in order; one that fails loses its own score only. */
    Map<String, Score> scores(ScoredText text) {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (Detector detector : detectors) {
            scores.put(detector.name(), new Score(detector.question(), score(detector, text)));
        }
        return Collections.unmodifiableMap(scores);
    }

    private static OptionalDouble score(Detector detector, ScoredText text) {
        try {
            OptionalDouble score = detector.score(text);
            return score.isPresent() && Double.isFinite(score.getAsDouble()) ? score : OptionalDouble.empty();
        } catch (RuntimeException e) {
            // The error's own message might quote the text.
            LOG.warn(
                    "detector {} failed with {}; its score is undefined",
                    detector.name(),
                    e.getClass().getName());
            return OptionalDouble.empty();
        }
    }

    private static Detector named(String setting, String name, Question question) {
        Detector detector = Detectors.named(name);
        if (detector.question() != question) {
            throw new IllegalArgumentException("setting " + setting + " is " + name
                    + ", which does not answer the question " + question + ": choose another detector");
        }
        return detector;
    }
}
