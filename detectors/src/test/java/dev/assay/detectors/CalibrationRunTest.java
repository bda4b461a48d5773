package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.CalibrationRun.Origin;
import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.corpus.Half;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.detect.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationRunTest {
    private static final String STORY =
            " and the old man walked slowly down to the water and looked at the boats that were lying "
                    + "in the sun with furled sails; nobody had gone out since spring, he said, when two brothers rowed away at night and only "
                    + "one oar came back with the tide, so the others mended nets, painted doors, told each other what they would do in autumn, "
                    + "and listened to wind that never turned until even children stopped asking whose turn it was to watch from the hill";
    private static final Origin ORIGIN = new Origin("news", "here", "MIT", LocalDate.of(2026, 11, 24));

    @TempDir
    private Path directory;

    private final StubModel stub = new StubModel();

    private Assessor assessor() {
        return Assessor.of(stub.model(directory), CalibrationLadder.empty(), AssessorSettings.defaults());
    }

    private static LabelledText human(int number, String end) {
        String text = "Story number " + number + " begins here, long ago and far away from the sea" + STORY + end;
        return LabelledText.of("text-" + number, text, Label.HUMAN);
    }

    private static List<LabelledText> humans(Half half, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> human(i, ""))
                .filter(text -> text.half() == half)
                .limit(count)
                .toList();
    }

    @Test
    void scoresHumansOfTheCalibrationHalfOncePerDocument() {
        List<LabelledText> texts = new ArrayList<>(humans(Half.CALIBRATION, 5));
        LabelledText first = texts.get(0);
        texts.add(LabelledText.of("again", first.text() + " trimmed", Label.HUMAN, first.document()));
        texts.addAll(humans(Half.TEST, 3));
        texts.add(LabelledText.of("m", first.text(), Label.MACHINE, first.document()));
        List<Integer> progress = new ArrayList<>();

        Calibration calibration = new CalibrationRun(assessor(), ORIGIN).of(texts.stream(), progress::add);

        assertThat(calibration.texts()).hasSize(5);
        assertThat(stub.runs).hasValue(5);
        assertThat(progress).containsExactly(1, 2, 3, 4, 5);
        assertThat(calibration.certificate().domain()).isEqualTo("news");
        assertThat(calibration.certificate().half()).isEqualTo("calibration");
        assertThat(calibration.detectors()).contains("bits-per-byte", "dc-pdd");
    }

    @Test
    void leavesOutWhatWouldNotBeDecided() {
        LabelledText usual = humans(Half.CALIBRATION, 1).get(0);
        LabelledText brief = LabelledText.of("short", "Too short.", Label.HUMAN, usual.document());
        LabelledText german =
                new LabelledText("de", usual.text(), Label.HUMAN, usual.document(), null, "de", null, null, null);
        LabelledText broken = LabelledText.of("x", "\uD83D", Label.HUMAN, usual.document());

        assertThatThrownBy(() -> new CalibrationRun(assessor(), ORIGIN).of(Stream.of(brief, german, broken), n -> {}))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("at least 64 tokens");
    }

    @Test
    void theFileItMakesIsFoundAndUsed() throws Exception {
        Calibration calibration =
                new CalibrationRun(assessor(), ORIGIN).of(humans(Half.CALIBRATION, 20).stream(), n -> {});
        Path file = Files.createDirectories(directory.resolve("calibrations")).resolve("news.json");
        CalibrationFile.write(calibration, file);

        Assessor calibrated =
                Assessor.of(stub.model(directory), AssessorSettings.defaults().withTargetFpr(0.05));
        Assessment assessment = calibrated.assess(new TextInput(human(1, "").text(), null, "news"));

        assertThat(assessment.answers().get(Question.MACHINE).reason()).isEqualTo(Reason.NONE);
        assertThat(assessment.answers().get(Question.MACHINE).calibration()).isEqualTo(calibration.id());
        assertThat(calibrated.settings().calibrations()).containsExactly(calibration.id());
    }
}
