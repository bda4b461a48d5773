package dev.assay.streams.judge;

import dev.assay.detectors.Assessor;
import dev.assay.detectors.calibrate.Calibration;
import java.util.List;
import java.util.Optional;

/** Other calibrations for a judge that is at work. */
public interface Recalibration {
    /** Why a calibration cannot be used with the model and the settings; empty where it can. */
    Optional<String> mismatch(Calibration calibration);

    /** Judges by these calibrations and those it began with, from the next text on. */
    void calibrate(List<Calibration> published);

    /** Ids of all that are in force. */
    List<String> inForce();

    /** Of an assessor. */
    static Recalibration of(Assessor assessor) {
        return new Recalibration() {
            @Override
            public Optional<String> mismatch(Calibration calibration) {
                return assessor.mismatch(calibration);
            }

            @Override
            public void calibrate(List<Calibration> published) {
                assessor.calibrate(published);
            }

            @Override
            public List<String> inForce() {
                return assessor.calibrations();
            }
        };
    }
}
