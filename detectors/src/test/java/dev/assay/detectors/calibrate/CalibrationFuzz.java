package dev.assay.detectors.calibrate;

import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any calibration file. */
public final class CalibrationFuzz {
    private static Path file;

    private CalibrationFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".json");
        file.toFile().deleteOnExit();
    }

    /** The file. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(file, input);
        FuzzBudget.spend(CalibrationException.class, () -> CalibrationFile.read(file));
    }
}
