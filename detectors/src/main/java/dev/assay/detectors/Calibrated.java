package dev.assay.detectors;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.decide.Decider;
import dev.assay.detectors.decide.SpanFinder;
import java.util.List;

/**
 * All that depends on the calibrations in force, so that it changes as one.
 *
 * @param ladder the references
 * @param settings the settings in force, calibrations by id, {@code none} without any
 * @param decider answers by the ladder
 * @param spans finds spans by it
 */
record Calibrated(CalibrationLadder ladder, AssessorSettings settings, Decider decider, SpanFinder spans) {
    /** What follows from a ladder under these settings. */
    static Calibrated by(CalibrationLadder ladder, AssessorSettings settings, DetectorChoice detectors) {
        List<String> ids = ladder.calibrations().stream().map(Calibration::id).toList();
        return new Calibrated(
                ladder,
                settings.withCalibrations(ids.isEmpty() ? List.of("none") : ids),
                new Decider(settings.rules(), ladder),
                new SpanFinder(detectors.deciding(), settings.rules(), ladder));
    }
}
