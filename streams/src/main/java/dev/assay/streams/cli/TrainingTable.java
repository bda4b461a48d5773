package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.Rate;
import dev.assay.detectors.train.TrainingReport;
import dev.assay.detectors.train.TrainingReport.Figures;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a fit does on what it has not seen, as Markdown. */
final class TrainingTable {
    private TrainingTable() {}

    static void print(PrintWriter out, TrainingReport report) {
        out.println();
        out.println(
                "Domain, generator and attack group unseen at once (AUROC, found at 5 % / at 1 % of these people):");
        out.println();
        List<String> detectors = report.unseen().stream()
                .findFirst()
                .map(row -> List.copyOf(row.figures().keySet()))
                .orElse(List.of());
        out.println("| domain | generator | texts | humans / machines | " + String.join(" | ", detectors) + " |");
        out.println("|---|---|---|---|" + "---|".repeat(detectors.size()));
        for (TrainingReport.Row row : report.unseen()) {
            out.println("| " + row.domain() + " | " + row.generator() + " | " + row.group() + " | " + row.humans()
                    + " / " + row.machines() + " | " + cells(row.figures()) + " |");
        }
        means(report.unseen())
                .forEach((group, figures) -> out.println("| **mean** | | " + group + " | | " + cells(figures) + " |"));
        out.println();
        out.println("People of collections that the fit has not seen, called machine's at a stated 5 %:");
        out.println();
        out.println("| collection | threshold of all others | strictest of the others |");
        out.println("|---|---|---|");
        for (TrainingReport.Alarms alarms : report.sources()) {
            out.println("| " + alarms.source() + " | " + percent(alarms.pooled()) + " | " + percent(alarms.strictest())
                    + " |");
        }
        out.flush();
    }

    private static String cells(Map<String, Figures> figures) {
        return figures.values().stream()
                .map(f -> String.format(Locale.ROOT, "%.3f, %.2f / %.2f", f.auroc(), f.at5(), f.at1()))
                .collect(Collectors.joining(" | "));
    }

    private static Map<String, Map<String, Figures>> means(List<TrainingReport.Row> rows) {
        Map<String, List<TrainingReport.Row>> groups = rows.stream()
                .collect(Collectors.groupingBy(TrainingReport.Row::group, LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, Figures>> means = new LinkedHashMap<>();
        groups.forEach((group, of) -> {
            Map<String, Figures> mean = new LinkedHashMap<>();
            of.get(0)
                    .figures()
                    .keySet()
                    .forEach(detector -> mean.put(
                            detector,
                            mean(of.stream()
                                    .map(row -> row.figures().get(detector))
                                    .toList())));
            means.put(group, mean);
        });
        return means;
    }

    private static Figures mean(List<Figures> figures) {
        return new Figures(
                figures.stream().mapToDouble(Figures::auroc).average().orElseThrow(),
                figures.stream().mapToDouble(Figures::at5).average().orElseThrow(),
                figures.stream().mapToDouble(Figures::at1).average().orElseThrow());
    }

    private static String percent(Rate rate) {
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * rate.value(), 100 * rate.low(), 100 * rate.high());
    }
}
