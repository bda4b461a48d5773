package dev.assay.detectors.calibrate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {
    @TempDir
    private Path folder;

    private void assertRefused(OptionalDouble... scores) throws IOException {
        Calibration calibration = CalibrationFile.identified(
                Calibrations.certificate("news"),
                List.of("bits-per-byte"),
                List.of(new ReferenceText("00", 70, List.of(scores))));
        Path file = folder.resolve("c.json");
        CalibrationFile.write(calibration, file);
        assertThatThrownBy(() -> CalibrationFile.read(file))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContainingAll("c.json", "make it again")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesRowsThatLackAScoreOrHaveOneTooMany() throws IOException {
        assertRefused();
        assertRefused(OptionalDouble.of(1), OptionalDouble.of(2));
    }

    @Test
    void refusesScoresThatAreNoNumbers() throws IOException {
        assertRefused(OptionalDouble.of(Double.NaN));
        assertRefused(OptionalDouble.of(Double.POSITIVE_INFINITY));
    }

    @Test
    void refusesACertificateThatLacksSomething() {
        Certificate news = Calibrations.certificate("news");
        Certificate none = new Certificate(
                news.bundle(), news.precision(), news.tokenizerHash(), news.scoring(), null, "", "", "", "", "");
        for (Certificate certificate : Arrays.asList(none, null)) {
            Calibration calibration = CalibrationFile.identified(certificate, List.of("bits-per-byte"), List.of());
            Path file = folder.resolve("e.json");
            assertThatThrownBy(() -> {
                        CalibrationFile.write(calibration, file);
                        CalibrationFile.parse(Files.readAllBytes(file), "record 7");
                    })
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContainingAll("record 7", "make it again");
        }
    }

    @Test
    void refusesAnotherFile() throws IOException {
        for (String content : List.of("", "null", "[]", "{}", "[".repeat(100_000))) {
            Path file = Files.writeString(folder.resolve("d.json"), content);
            assertThatThrownBy(() -> CalibrationFile.read(file))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining("d.json");
        }
    }
}
