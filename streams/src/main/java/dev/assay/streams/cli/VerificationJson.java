package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.evaluate.DetectorDifference;
import dev.assay.detectors.evaluate.PrecisionLimits;
import dev.assay.detectors.evaluate.VerificationReport;
import dev.assay.detectors.model.Bundle;
import java.io.PrintWriter;

/** A verification as one JSON object; what is no number is null. */
final class VerificationJson {
    private VerificationJson() {}

    static void print(PrintWriter out, Verification verification) {
        ObjectNode object = ReportJson.object();
        object.set("model", bundle(verification.candidate()));
        object.set("reference", bundle(verification.reference()));
        object.set("limits", ReportJson.of(verification.limits()));
        ArrayNode sets = object.putArray("sets");
        verification.sets().forEach((name, report) -> sets.add(set(name, report, verification.limits())));
        ArrayNode missed = object.putArray("missed");
        verification.missed().forEach(missed::add);
        ReportJson.print(out, object);
    }

    private static ObjectNode bundle(Bundle bundle) {
        return ReportJson.object()
                .put("name", bundle.manifest().name())
                .put("id", bundle.id())
                .put("precision", bundle.manifest().precision());
    }

    private static ObjectNode set(String name, VerificationReport report, PrecisionLimits limits) {
        ObjectNode set = ReportJson.object().put("set", name);
        set.setAll(ReportJson.of(report));
        ArrayNode detectors = set.putArray("detectors");
        report.detectors().forEach(detector -> detectors.add(detector(detector, limits)));
        return set.put("holds", limits.missedBy(report).isEmpty());
    }

    private static ObjectNode detector(DetectorDifference detector, PrecisionLimits limits) {
        ObjectNode row = ReportJson.of(detector);
        double difference = detector.aurocDifference();
        row.put("auroc_difference", Double.isNaN(difference) ? null : Double.valueOf(difference));
        return row.put("holds", limits.allowAuroc(detector));
    }
}
