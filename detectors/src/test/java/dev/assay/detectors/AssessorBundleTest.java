package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.detect.Detector;
import dev.assay.detectors.detect.Detectors;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.model.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All steps over the 1 MB model. */
class AssessorBundleTest {
    private static final String STORY =
            "Once upon a time there was a little girl named Lily. She loved to play outside in "
                    + "the park with her friends. One day, she saw a big, red ball under a tree and wanted to take it home. ";

    private static Bundle bundle;
    private static Assessor assessor;

    @BeforeAll
    static void open() {
        bundle = Bundle.open(
                Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
        assessor = Assessor.open(bundle, settings());
    }

    @AfterAll
    static void close() {
        assessor.close();
    }

    private static AssessorSettings settings() {
        return AssessorSettings.defaults()
                .withWindow(512)
                .withDetectors(Detectors.all().stream().map(Detector::name).toList());
    }

    @Test
    void everyDetectorHasItsSay() {
        Assessment assessment = assessor.assess(TextInput.of(STORY.repeat(2)));

        assertThat(assessment.scoredTokens()).isEqualTo(assessment.tokens()).isGreaterThan(64);
        assertThat(assessment.language()).isEqualTo("en");
        assertThat(assessment.scores()).hasSameSizeAs(Detectors.all());
        assertThat(assessment.scores().get("bits-per-byte").value().orElseThrow())
                .isBetween(-4.0, -0.1);
        assertThat(assessment.answers().get(Question.MACHINE).reason()).isEqualTo(Reason.NO_CALIBRATION);
    }

    /** The graphs, which would be left open, are not here: had one been opened first, this would fail by it. */
    @Test
    void brokenFrequenciesAreFoundBeforeAModelIsOpened(@TempDir Path folder) throws IOException {
        Files.copy(bundle.tokenizer(), folder.resolve(Bundle.TOKENIZER));
        Files.writeString(folder.resolve("frequencies.gz"), "broken");
        Bundle broken = new Bundle(folder, bundle.manifest());
        assertThatThrownBy(() -> Assessor.open(broken, settings())).hasMessageContaining("frequencies.gz");
    }

    @Test
    void theSameInEveryThread() {
        Assessment alone = assessor.assess(TextInput.of(STORY.repeat(2)));

        List<Assessment> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> assessor.assess(TextInput.of(STORY.repeat(i % 2 + 2))))
                .toList();

        assertThat(together.get(0)).isEqualTo(alone);
        assertThat(together.get(6)).isEqualTo(alone);
        assertThat(together.get(7)).isEqualTo(together.get(1));
    }

    @Test
    void aDisguisedTextScoresAsThePlainOne() {
        Assessment plain = assessor.assess(TextInput.of(STORY.repeat(2)));
        Assessment disguised = assessor.assess(TextInput.of(
                "  " + STORY.repeat(2).replace("park", "p\u0430r\u200Bk").replace(" She", "\nShe")));

        assertThat(disguised.scores()).isEqualTo(plain.scores());
        assertThat(disguised.sha256()).isNotEqualTo(plain.sha256());
        assertThat(disguised.alterations().lookAlikes()).isEqualTo(2);
    }

    @Test
    void aWindowBeyondTheModelStopsTheStart() {
        assertThatThrownBy(() -> Assessor.open(bundle, AssessorSettings.defaults()))
                .hasMessageContaining("setting window is 1024");
    }
}
