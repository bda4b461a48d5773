package dev.assay.streams.cli;

import dev.assay.detectors.evaluate.PrecisionLimits;
import dev.assay.detectors.evaluate.VerificationReport;
import dev.assay.detectors.model.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model in one precision, measured against another.
 *
 * @param candidate the bundle that was measured
 * @param reference what it was measured against
 * @param limits how far it may stray
 * @param sets what was found on each set of texts, by the set's name, in order
 */
record Verification(Bundle candidate, Bundle reference, PrecisionLimits limits, Map<String, VerificationReport> sets) {
    /** What is missed, a few words each with set and number; empty where everything holds. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        sets.forEach((set, report) -> limits.missedBy(report).forEach(words -> missed.add(set + ": " + words)));
        return missed;
    }
}
