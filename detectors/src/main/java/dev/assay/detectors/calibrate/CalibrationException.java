package dev.assay.detectors.calibrate;

/** Calibrations that cannot be used. The message is one line that names the calibration and the remedy. */
public final class CalibrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the calibration, what is wrong, and what to do. */
    public CalibrationException(String message) {
        super(message);
    }

    /** The same, with the fault below it. */
    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
