package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.CalibratedRates;
import dev.assay.detectors.evaluate.DetectorReport;
import dev.assay.detectors.evaluate.GroupReport;
import dev.assay.detectors.evaluate.Rate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A detector's groups for people: what it separates in each, and what the calibration does there. */
final class GroupTable {
    private GroupTable() {}

    static void separation(PrintWriter out, DetectorReport detector) {
        out.println();
        out.println(separationRow(
                detector.detector(), "HUMANS", "MACHINES", "AUROC", "TPR AT 5 % FPR", "AT 1 %", "AT 0.5 %"));
        for (GroupReport group : detector.groups()) {
            out.println(separationRow(
                    name(group),
                    Integer.toString(group.humans()),
                    Integer.toString(group.machines()),
                    EvaluationTable.estimate(group.auroc()),
                    EvaluationTable.estimate(group.tprAt5()),
                    EvaluationTable.estimate(group.tprAt1()),
                    EvaluationTable.estimate(group.tprAtHalf())));
        }
    }

    static void rates(PrintWriter out, DetectorReport detector) {
        out.println(ratesRow("at the rate", "HUMAN TEXTS FLAGGED: 5 %", "1 %", "0.5 %", "MACHINE: 5 / 1 / 0.5 %"));
        out.println(ratesRow("all", detector.rates()));
        detector.groups().stream()
                .filter(group -> !group.rates().isEmpty())
                .forEach(group -> out.println(ratesRow(name(group), group.rates())));
    }

    private static String ratesRow(String name, List<CalibratedRates> rates) {
        String found = String.join(
                " / ", rates.stream().map(rate -> share(rate.truePositives())).toList());
        return ratesRow(
                name,
                EvaluationTable.counted(rates.get(0).falsePositives()),
                EvaluationTable.counted(rates.get(1).falsePositives()),
                EvaluationTable.counted(rates.get(2).falsePositives()),
                found);
    }

    private static String share(Rate rate) {
        return rate.of() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", rate.value());
    }

    private static String name(GroupReport group) {
        return String.format(Locale.ROOT, "%-9s %s", group.dimension(), group.group());
    }

    private static String ratesRow(String name, String at5, String at1, String atHalf, String found) {
        return String.format(Locale.ROOT, "%-28s %-26s %-26s %-26s %s", name, at5, at1, atHalf, found);
    }

    private static String separationRow(
            String name, String humans, String machines, String auroc, String at5, String at1, String atHalf) {
        return String.format(
                Locale.ROOT, "%-28s %7s %8s  %-20s %-20s %-20s %s", name, humans, machines, auroc, at5, at1, atHalf);
    }
}
