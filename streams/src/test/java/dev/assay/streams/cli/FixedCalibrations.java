package dev.assay.streams.cli;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.streams.judge.Recalibration;
import java.util.List;
import java.util.Optional;

/** Of a judge without a model, which has no calibrations and can use none. */
final class FixedCalibrations implements Recalibration {
    @Override
    public Optional<String> mismatch(Calibration calibration) {
        return Optional.of("a model, not without");
    }

    @Override
    public void calibrate(List<Calibration> published) {
        // nothing to calibrate
    }

    @Override
    public List<String> inForce() {
        return List.of();
    }
}
