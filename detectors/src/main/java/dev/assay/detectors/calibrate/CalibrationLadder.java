package dev.assay.detectors.calibrate;

import java.util.List;

/**
 * The reference scores of all loaded calibrations, in rungs: domain and length, domain, all.
 *
 * @param calibrations what it was built from
 */
public record CalibrationLadder(List<Calibration> calibrations) {
    /** A ladder without references: every text abstains for want of calibration. */
    public static CalibrationLadder empty() {
        return new CalibrationLadder(List.of());
    }
}
