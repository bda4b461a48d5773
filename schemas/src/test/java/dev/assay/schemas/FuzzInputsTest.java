package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.fuzz.FuzzBudget;
import dev.assay.schemas.serde.AnswerFuzz;
import dev.assay.schemas.serde.EventFuzz;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing starts from, and what it found. */
class FuzzInputsTest {
    @ParameterizedTest
    @ValueSource(classes = {EventFuzz.class, AnswerFuzz.class})
    void holds(Class<?> target) {
        assertThatCode(() -> FuzzBudget.replay(target)).doesNotThrowAnyException();
    }
}
