package dev.assay.detectors;

import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.language.LanguageIdentifier;
import dev.assay.detectors.language.Prose;
import dev.assay.detectors.normalize.TextNormalizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step before and behind the model, on texts up to 1 MiB. */
class LinearGrowthTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void normalizing(TextKind kind) {
        Growth.assertLinear(kind, TextNormalizer::normalize);
    }

    @ParameterizedTest
    @EnumSource
    void tellingLanguageAndProse(TextKind kind) {
        Growth.assertLinear(kind, text -> {
            LanguageIdentifier.shared().identify(text);
            Prose.is(text);
        });
    }

    /** All that a text goes through, with a model that costs nothing and takes any number of tokens. */
    @ParameterizedTest
    @EnumSource(names = {"PROSE", "LINES", "MIXED_SCRIPT_WORDS", "NULS", "LIGATURES"})
    void judging(TextKind kind) {
        AssessorSettings all = new AssessorSettings(
                List.of(),
                "bits-per-byte",
                "zlib",
                0.01,
                64,
                Integer.MAX_VALUE,
                1024,
                1,
                Set.of("en"),
                List.of("none"),
                "",
                1);
        try (Assessor assessor = Assessor.of(new StubModel().model(folder), CalibrationLadder.empty(), all)) {
            Growth.assertLinear(kind, text -> assessor.assess(new TextInput(text, "en", null)));
        }
    }
}
