package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.DetectorReport;
import dev.assay.detectors.evaluate.Rate;
import dev.assay.detectors.evaluate.ThresholdTransfer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Thresholds of one domain in the others for people, a matrix for each rate. */
final class TransferTable {
    private TransferTable() {}

    static void print(PrintWriter out, DetectorReport detector) {
        detector.transfers().stream()
                .map(ThresholdTransfer::rate)
                .distinct()
                .forEach(rate -> matrix(
                        out,
                        detector.detector(),
                        detector.transfers().stream()
                                .filter(transfer -> transfer.rate() == rate)
                                .toList()));
    }

    private static void matrix(PrintWriter out, String detector, List<ThresholdTransfer> transfers) {
        TreeSet<String> domains = new TreeSet<>();
        transfers.forEach(transfer -> domains.addAll(transfer.reached().keySet()));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "Human texts above the threshold that gives %s %.0f %% in another domain",
                detector,
                100 * transfers.get(0).rate()));
        out.println(row(
                "THRESHOLD OF", domains.stream().map(domain -> "IN " + domain).toList()));
        transfers.forEach(transfer -> out.println(row(
                transfer.from() + " (" + transfer.humans() + ")",
                domains.stream().map(domain -> cell(transfer, domain)).toList())));
    }

    private static String cell(ThresholdTransfer transfer, String domain) {
        Rate rate = transfer.reached().get(domain);
        return rate == null
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100 * rate.value(), 100 * rate.low(), 100 * rate.high());
    }

    private static String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, " %-21s", cell)));
        return row.toString().stripTrailing();
    }
}
