package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures detectors on labelled texts that have been scored. Pure: the same texts and settings give the same report. */
public final class Evaluation {
    private Evaluation() {}

    /** One detector's report; the texts must have a label. */
    public static DetectorReport of(String detector, List<ScoredLabel> texts, EvaluationSettings settings) {
        Bootstrap bootstrap = new Bootstrap(RankedScores.of(texts), settings);
        int humans = scored(texts, false);
        int machines = scored(texts, true);
        return new DetectorReport(
                detector,
                humans,
                machines,
                texts.size() - humans - machines,
                bootstrap.estimate(Roc::area),
                bootstrap.estimate(Roc::truePositivesAt5),
                bootstrap.estimate(Roc::truePositivesAt1),
                CalibratedRates.of(texts, settings.targetFpr()),
                groups(texts, settings.targetFpr()));
    }

    /** Area under the receiver operating characteristic, ties counted half; NaN without both classes. */
    public static double auroc(List<ScoredLabel> texts) {
        RankedScores scores = RankedScores.of(texts);
        return scores.roc(scores.evenWeights()).area();
    }

    private static List<GroupReport> groups(List<ScoredLabel> texts, double targetFpr) {
        Map<String, Map<String, List<ScoredLabel>>> members = new TreeMap<>();
        for (ScoredLabel text : texts) {
            text.groups()
                    .forEach((dimension, group) -> members.computeIfAbsent(dimension, key -> new TreeMap<>())
                            .computeIfAbsent(group, key -> new ArrayList<>())
                            .add(text));
        }
        List<GroupReport> reports = new ArrayList<>();
        members.forEach((dimension, groups) ->
                groups.forEach((group, of) -> reports.add(group(dimension, group, of, targetFpr))));
        return reports;
    }

    private static GroupReport group(String dimension, String group, List<ScoredLabel> texts, double targetFpr) {
        return new GroupReport(
                dimension,
                group,
                scored(texts, false),
                scored(texts, true),
                auroc(texts),
                CalibratedRates.of(texts, targetFpr));
    }

    private static int scored(List<ScoredLabel> texts, boolean machine) {
        return (int) texts.stream()
                .filter(text -> text.isMachine() == machine && text.score().isPresent())
                .count();
    }
}
