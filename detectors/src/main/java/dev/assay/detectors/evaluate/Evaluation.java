package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;

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
                bootstrap.estimate(Roc::truePositivesAtHalf),
                CalibratedRates.of(texts, settings.targetFpr()),
                CalibratedRates.atUsualRates(texts),
                ThresholdTransfer.of(texts),
                groups(texts, settings));
    }

    /** Area under the receiver operating characteristic, ties counted half; NaN without both classes. */
    public static double auroc(List<ScoredLabel> texts) {
        RankedScores scores = RankedScores.of(texts);
        return scores.roc(scores.evenWeights()).area();
    }

    private static List<GroupReport> groups(List<ScoredLabel> texts, EvaluationSettings settings) {
        List<GroupReport> reports = new ArrayList<>();
        for (Dimension dimension : settings.by()) {
            Groups.by(dimension, texts)
                    .forEach((group, members) -> reports.add(group(dimension, group, members, settings)));
        }
        return reports;
    }

    private static GroupReport group(
            Dimension dimension, String group, List<ScoredLabel> texts, EvaluationSettings settings) {
        Bootstrap bootstrap = new Bootstrap(RankedScores.of(texts), settings);
        return new GroupReport(
                dimension,
                group,
                scored(texts, false),
                scored(texts, true),
                bootstrap.estimate(Roc::area),
                bootstrap.estimate(Roc::truePositivesAt5),
                bootstrap.estimate(Roc::truePositivesAt1),
                bootstrap.estimate(Roc::truePositivesAtHalf),
                CalibratedRates.of(texts, settings.targetFpr()),
                CalibratedRates.atUsualRates(texts));
    }

    private static int scored(List<ScoredLabel> texts, boolean machine) {
        return (int) texts.stream()
                .filter(text -> text.isMachine() == machine && text.score().isPresent())
                .count();
    }
}
