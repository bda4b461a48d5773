package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.AttackReport;
import dev.assay.detectors.evaluate.CalibratedRates;
import dev.assay.detectors.evaluate.DetectorReport;
import dev.assay.detectors.evaluate.Estimate;
import dev.assay.detectors.evaluate.EvaluationReport;
import dev.assay.detectors.evaluate.Rate;
import dev.assay.detectors.evaluate.WhiteSpaceSeparation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** An evaluation for people. */
final class EvaluationTable {
    private EvaluationTable() {}

    /** @param allGroups whether the groups of detectors are shown that do not decide, too */
    static void print(PrintWriter out, LabelledFiles.Part half, EvaluationReport report, boolean allGroups) {
        out.println(report.texts() + " texts of " + report.documents() + " documents (half: " + half + ")");
        out.println(whiteSpace(report.whiteSpace()));
        out.println();
        out.println(row("DETECTOR", "AUROC", "TPR AT 5 % FPR", "TPR AT 1 % FPR", "TPR AT 0.5 % FPR", "UNDEFINED"));
        report.detectors()
                .forEach(detector -> out.println(row(
                        detector.detector(),
                        estimate(detector.auroc()),
                        estimate(detector.tprAt5()),
                        estimate(detector.tprAt1()),
                        estimate(detector.tprAtHalf()),
                        Integer.toString(detector.undefined()))));
        report.detectors().stream()
                .filter(detector -> allGroups || isCalibrated(detector))
                .forEach(detector -> GroupTable.separation(out, detector));
        report.detectors().stream()
                .filter(detector -> allGroups || isCalibrated(detector))
                .forEach(detector -> TransferTable.print(out, detector));
        report.detectors().stream()
                .filter(EvaluationTable::isCalibrated)
                .forEach(detector -> calibrated(out, detector));
        if (!report.attacks().isEmpty()) {
            attacks(out, report.attacks());
        }
    }

    private static void attacks(PrintWriter out, List<AttackReport> attacks) {
        out.println();
        out.println("Machine texts under attack against human texts as they are (seed "
                + attacks.get(0).seed() + "; in brackets what is lost by the attack)");
        out.println(attackRow("ATTACK", "DETECTOR", "AUROC", "TPR AT 5 % FPR", "TPR AT 1 % FPR", "UNCHANGED"));
        attacks.forEach(attack -> out.println(attackRow(
                String.format(Locale.ROOT, "%s %.2f", attack.attack(), attack.strength()),
                attack.report().detector(),
                lost(attack.report().auroc(), attack.aurocDrop()),
                lost(attack.report().tprAt5(), attack.tprAt5Drop()),
                lost(attack.report().tprAt1(), attack.tprAt1Drop()),
                Integer.toString(attack.unchanged()))));
    }

    private static String attackRow(
            String attack, String detector, String auroc, String tprAt5, String tprAt1, String unchanged) {
        return String.format(
                Locale.ROOT, "%-22s %-18s %-15s %-15s %-15s %9s", attack, detector, auroc, tprAt5, tprAt1, unchanged);
    }

    private static String lost(Estimate estimate, double drop) {
        return String.format(Locale.ROOT, "%.3f (%.3f)", estimate.value(), drop);
    }

    private static String whiteSpace(WhiteSpaceSeparation space) {
        return String.format(
                Locale.ROOT,
                "white space alone separates them with AUROC %.3f (line breaks in %s of human, %s of machine texts); it is collapsed"
                        + " before scoring",
                space.strongest(),
                percent(space.humansWithLineBreaks()),
                percent(space.machinesWithLineBreaks()));
    }

    private static String row(
            String detector, String auroc, String tprAt5, String tprAt1, String tprAtHalf, String undefined) {
        return String.format(
                Locale.ROOT,
                "%-18s %-20s %-20s %-20s %-20s %9s",
                detector,
                auroc,
                tprAt5,
                tprAt1,
                tprAtHalf,
                undefined);
    }

    private static boolean isCalibrated(DetectorReport detector) {
        return !detector.rates().isEmpty();
    }

    private static void calibrated(PrintWriter out, DetectorReport detector) {
        out.println();
        out.println("At the calibration in force, " + detector.detector() + " " + rates(detector.calibrated()));
        GroupTable.rates(out, detector);
    }

    private static String rates(CalibratedRates rates) {
        return String.format(
                Locale.ROOT,
                "flags %s of human texts (target %.3g %%) and %s of machine texts",
                counted(rates.falsePositives()),
                100 * rates.targetFpr(),
                counted(rates.truePositives()));
    }

    static String counted(Rate rate) {
        return String.format(
                Locale.ROOT, "%d of %d [%.1f, %.1f %%]", rate.hits(), rate.of(), 100 * rate.low(), 100 * rate.high());
    }

    private static String percent(Rate rate) {
        return rate.of() == 0 ? "none" : String.format(Locale.ROOT, "%.0f %%", 100 * rate.value());
    }

    static String estimate(Estimate estimate) {
        return Double.isNaN(estimate.value())
                ? "-"
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.value(), estimate.low(), estimate.high());
    }
}
