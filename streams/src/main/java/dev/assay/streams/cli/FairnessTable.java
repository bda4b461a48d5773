package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.FairnessReport;
import dev.assay.detectors.evaluate.GroupAlarms;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Alarms by group for people, with what they do not say and what to do next. */
final class FairnessTable {
    static final String CAVEAT =
            "A group that no text names is not looked at, a machine text among the human ones counts as an"
                    + " alarm, and the interval says how much a group of this size leaves open.";

    private FairnessTable() {}

    static void print(PrintWriter out, FairnessReport report) {
        out.println(String.format(
                Locale.ROOT, "False alarms at a stated rate of %.3g %% by %s", 100 * report.targetFpr(), report.by()));
        out.println(row("GROUP", "FLAGGED OF THOSE DECIDED", "ABSTAINED", "P", ""));
        report.groups().forEach(group -> out.println(row(group)));
        out.println(row(report.all()));
        out.println();
        out.println(named(report));
        out.println(CAVEAT);
        out.println(next(report));
    }

    /** What to do about it. */
    static String next(FairnessReport report) {
        if (!report.above().isEmpty()) {
            return "Next: let no flag on texts of " + names(report)
                    + " count, and calibrate on human texts of their own:"
                    + " assay calibrate FILE --domain D --source S, then --domain D.";
        }
        GroupAlarms widest = report.groups().stream()
                .max(Comparator.comparingDouble(group -> group.alarms().high()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "Next: add human texts of %s, of which %d were decided: a rate of up to %.1f %% could go unseen there.",
                widest.group(),
                widest.alarms().of(),
                100 * widest.alarms().high());
    }

    private static String named(FairnessReport report) {
        return report.above().isEmpty()
                ? "No group is shown to be above the stated rate."
                : "Above the stated rate: " + names(report) + ".";
    }

    private static String names(FairnessReport report) {
        return report.above().stream().map(GroupAlarms::group).collect(Collectors.joining(", "));
    }

    private static String row(GroupAlarms group) {
        return row(
                group.group(),
                EvaluationTable.counted(group.alarms()),
                Integer.toString(group.abstained()),
                String.format(Locale.ROOT, "%.2g", group.p()),
                group.above() ? "above" : "");
    }

    private static String row(String group, String flagged, String abstained, String p, String above) {
        return String.format(Locale.ROOT, "%-28s %-28s %9s  %-8s %s", group, flagged, abstained, p, above)
                .stripTrailing();
    }
}
