package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationBuilder;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.detectors.calibrate.Certificate;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Small calibrations, of a model that is known by its precision only. */
public final class SampleCalibrations {
    private static final String DETECTOR = "bits-per-byte";

    private SampleCalibrations() {}

    /** One of a single text. */
    public static Calibration of(String precision, String domain) {
        return of(precision, domain, 1);
    }

    /** One of so many texts. */
    static Calibration of(String precision, String domain, int texts) {
        Certificate certificate = new Certificate(
                "b0".repeat(32),
                precision,
                "70".repeat(32),
                Map.of("window", "1024"),
                domain,
                "made for tests",
                "MIT",
                "all",
                Certificate.HUMAN_TAKEN_AS_NON_MEMBER,
                "2026-11-29");
        CalibrationBuilder builder = new CalibrationBuilder(certificate, List.of(DETECTOR));
        for (int i = 0; i < texts; i++) {
            builder.add(
                    domain + "-" + i, 70, Map.of(DETECTOR, new Score(Question.MACHINE, OptionalDouble.of(-1.0 - i))));
        }
        return builder.build();
    }

    /** The bytes of its file. */
    public static byte[] json(Calibration calibration) {
        try {
            Path file = Files.createTempFile("calibration", ".json");
            try {
                CalibrationFile.write(calibration, file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
