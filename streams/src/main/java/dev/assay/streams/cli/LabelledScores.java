package dev.assay.streams.cli;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.calibrate.LengthBucket;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.evaluate.Dimension;
import dev.assay.detectors.evaluate.ScoredLabel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a detector said of labelled texts, as it is measured. */
final class LabelledScores {
    private LabelledScores() {}

    static List<ScoredLabel> of(String detector, Map<LabelledText, Optional<Assessment>> assessed) {
        return assessed.entrySet().stream()
                .map(entry -> label(detector, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ScoredLabel label(String detector, LabelledText text, Optional<Assessment> assessment) {
        OptionalDouble score = assessment
                .map(found -> found.scores().get(detector))
                .map(Score::value)
                .orElse(OptionalDouble.empty());
        OptionalDouble p = assessment.map(found -> pValue(detector, found)).orElse(OptionalDouble.empty());
        return new ScoredLabel(
                text.document(),
                text.label(),
                score,
                p,
                assessment.map(found -> groups(text, found)).orElse(Map.of()));
    }

    /** Only the deciding detectors have one. */
    private static OptionalDouble pValue(String detector, Assessment assessment) {
        return assessment.answers().values().stream()
                .filter(answer -> detector.equals(answer.detector()))
                .map(Answer::pValue)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /** The groups that a text is known to belong to. */
    static Map<Dimension, String> groups(LabelledText text, Assessment assessment) {
        Map<Dimension, String> groups = new EnumMap<>(Dimension.class);
        groups.put(Dimension.LENGTH, LengthBucket.of(assessment.scoredTokens()).label());
        putKnown(groups, Dimension.DOMAIN, assessment.domain());
        putKnown(groups, Dimension.LANGUAGE, assessment.language());
        putKnown(groups, Dimension.SOURCE, text.source());
        putKnown(groups, Dimension.GENERATOR, text.generator());
        putKnown(groups, Dimension.GROUP, text.group());
        return groups;
    }

    private static void putKnown(Map<Dimension, String> groups, Dimension dimension, String group) {
        if (group != null) {
            groups.put(dimension, group);
        }
    }
}
