package dev.assay.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.language.LanguageIdentifier;
import dev.assay.detectors.language.Prose;
import dev.assay.detectors.normalize.NormalizedText;
import dev.assay.detectors.normalize.TextNormalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ordinary texts of many scripts: in their language, prose, and nothing in them altered. */
class WritingSystemsAssessmentTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/writing-systems.csv", delimiter = '|')
    void isOrdinary(String language, String text) {
        NormalizedText normalized = TextNormalizer.normalize(text);

        assertThat(LanguageIdentifier.shared().identify(normalized.text())).contains(language);
        assertThat(Prose.is(normalized.text())).isTrue();
        assertThat(normalized.alterations().share()).isZero();
    }
}
