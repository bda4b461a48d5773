package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.DetectorDifference;
import dev.assay.detectors.evaluate.PrecisionLimits;
import dev.assay.detectors.evaluate.VerificationReport;
import dev.assay.detectors.model.Bundle;
import java.io.PrintWriter;
import java.util.Locale;

/** A verification for people. */
final class VerificationTable {
    private static final int ID_DIGITS = 16;

    private VerificationTable() {}

    static void print(PrintWriter out, Verification verification) {
        out.println(named(verification.candidate()) + " against " + named(verification.reference()));
        verification.sets().forEach((name, report) -> set(out, name, report, verification));
    }

    private static String named(Bundle bundle) {
        return bundle.manifest().name() + " " + bundle.id().substring(0, ID_DIGITS) + " in "
                + bundle.manifest().precision();
    }

    private static void set(PrintWriter out, String name, VerificationReport report, Verification of) {
        PrecisionLimits limits = of.limits();
        out.println();
        out.printf(Locale.ROOT, "%s: %d texts, %d tokens%n", name, report.texts(), report.tokens());
        mean(out, "ln p", report.meanLogProbDifference(), limits.logProb(), limits.allowLogProb(report));
        report.detector(PrecisionLimits.HELD_DETECTOR)
                .ifPresent(held -> mean(
                        out,
                        held.detector(),
                        held.meanDifference(),
                        limits.fastDetectGpt(),
                        limits.allowHeldDetector(report)));
        row(
                out,
                "DETECTOR",
                "AUROC " + of.reference().manifest().precision(),
                "AUROC " + of.candidate().manifest().precision(),
                "DIFFERENCE",
                "NOISE",
                "MEAN |Δ|",
                "(difference at most " + limits.auroc() + " or noise)");
        report.detectors().forEach(detector -> detector(out, detector, limits));
    }

    private static void mean(PrintWriter out, String of, double value, double limit, boolean holds) {
        out.printf(Locale.ROOT, "  mean |Δ %s| %s  %s (at most %s)%n", of, number("%.4f", value), mark(holds), limit);
    }

    private static void detector(PrintWriter out, DetectorDifference detector, PrecisionLimits limits) {
        double difference = detector.aurocDifference();
        row(
                out,
                detector.detector(),
                number("%.4f", detector.referenceAuroc()),
                number("%.4f", detector.auroc()),
                number("%+.4f", difference),
                number("%.4f", detector.aurocNoise()),
                number("%.4g", detector.meanDifference()),
                Double.isNaN(difference) && limits.allowAuroc(detector) ? "-" : mark(limits.allowAuroc(detector)));
    }

    private static void row(PrintWriter out, Object... cells) {
        out.printf(Locale.ROOT, "  %-18s %11s %11s %11s %7s %11s  %s%n", cells);
    }

    private static String mark(boolean holds) {
        return holds ? "ok" : "MISSED";
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
