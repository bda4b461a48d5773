package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.detectors.calibrate.CalibrationFuzz;
import dev.assay.detectors.corpus.FrequencyFuzz;
import dev.assay.detectors.corpus.LabelledTextsFuzz;
import dev.assay.detectors.model.BundleFuzz;
import dev.assay.detectors.model.GgufFuzz;
import dev.assay.detectors.normalize.NormalizerFuzz;
import dev.assay.detectors.tokenize.TokenizerFileFuzz;
import dev.assay.detectors.tokenize.TokenizerFuzz;
import dev.assay.fuzz.FuzzBudget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing starts from, and what it found. */
class FuzzInputsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                NormalizerFuzz.class,
                TokenizerFuzz.class,
                TokenizerFileFuzz.class,
                GgufFuzz.class,
                BundleFuzz.class,
                CalibrationFuzz.class,
                FrequencyFuzz.class,
                LabelledTextsFuzz.class
            })
    void holds(Class<?> target) {
        assertThatCode(() -> FuzzBudget.replay(target)).doesNotThrowAnyException();
    }
}
