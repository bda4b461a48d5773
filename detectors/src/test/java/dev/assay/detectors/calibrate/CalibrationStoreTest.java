package dev.assay.detectors.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.model.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationStoreTest {
    @TempDir
    private Path directory;

    private final Calibration news = Calibrations.of("news", 100, 0.1, 1.0 / 3, -2);
    private final Calibration forum = Calibrations.of("forum", 100, 5, 6);
    private Bundle bundle;

    @BeforeEach
    void writeCalibrations() throws IOException {
        bundle = new Bundle(directory, Calibrations.model("fp32"));
        Files.createDirectories(bundle.calibrations());
        CalibrationFile.write(news, bundle.calibrations().resolve("news.json"));
        CalibrationFile.write(forum, directory.resolve("forum.json"));
    }

    private List<Calibration> load(String... wanted) {
        return CalibrationStore.load(bundle, Calibrations.SCORING, List.of(wanted))
                .calibrations();
    }

    @Test
    void findsThoseOfTheBundle() {
        assertThat(load()).containsExactly(news);
    }

    @Test
    void takesTheNamedOnesOnly() {
        assertThat(load(directory.resolve("forum.json").toString())).containsExactly(forum);
        assertThat(load(news.id())).containsExactly(news);
        assertThat(load(news.id().substring(0, 8))).containsExactly(news);
        assertThat(load("none")).isEmpty();
    }

    @Test
    void namesOneThatIsNotThere() {
        assertThatThrownBy(() -> load("0123456789"))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("calibration 0123456789 is neither");
    }

    @Test
    void oneForAnotherPrecisionStopsTheStart() {
        bundle = new Bundle(directory, Calibrations.model("int8"));

        assertThatThrownBy(this::load)
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining(news.id())
                .hasMessageContaining("precision fp32, not int8")
                .hasMessageNotContaining("\n");
        assertThat(load("none")).isEmpty();
    }

    @Test
    void oneForAnotherWindowStopsTheStart() {
        assertThatThrownBy(() -> CalibrationStore.load(bundle, Map.of("window", "512"), List.of()))
                .hasMessageContaining("window 1024, not 512");
    }

    @Test
    void oneThatWasAlteredStopsTheStart() throws IOException {
        Path file = bundle.calibrations().resolve("news.json");
        Files.writeString(file, Files.readString(file).replace("-2.0", "-3.0"));

        assertThatThrownBy(this::load).hasMessageContaining("news.json was altered");
    }

    @Test
    void oneThatIsNoneStopsTheStart() throws IOException {
        Files.writeString(bundle.calibrations().resolve("x.json"), "{\"id\": 3");

        assertThatThrownBy(this::load).hasMessageContaining("x.json is not in the format");
    }

    @Test
    void theFileKeepsEveryBitAndUndefinedScores() throws IOException {
        CalibrationBuilder builder =
                new CalibrationBuilder(Calibrations.certificate("news"), List.of("bits-per-byte", "lrr"));
        builder.add("b", 70, Map.of("bits-per-byte", new Score(Question.MACHINE, OptionalDouble.of(0.1 + 0.2))));
        builder.add("a", 71, Map.of("lrr", new Score(Question.MACHINE, OptionalDouble.empty())));
        builder.add("b", 72, Map.of());
        Calibration built = builder.build();
        Path file = directory.resolve("built.json");
        CalibrationFile.write(built, file);

        assertThat(CalibrationFile.read(file)).isEqualTo(built);
        assertThat(built.texts())
                .containsExactly(
                        new ReferenceText("a", 71, List.of(OptionalDouble.empty(), OptionalDouble.empty())),
                        new ReferenceText("b", 70, List.of(OptionalDouble.of(0.1 + 0.2), OptionalDouble.empty())));
    }
}
