package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.connectors.source.RowsFuzz;
import dev.assay.fuzz.FuzzBudget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing starts from, and what it found. */
class FuzzInputsTest {
    @ParameterizedTest
    @ValueSource(classes = {HtmlFuzz.class, RowsFuzz.class})
    void holds(Class<?> target) {
        assertThatCode(() -> FuzzBudget.replay(target)).doesNotThrowAnyException();
    }
}
