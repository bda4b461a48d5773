package dev.assay.streams;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.fuzz.FuzzBudget;
import dev.assay.streams.settings.SettingsFuzz;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing starts from, and what it found. */
class FuzzInputsTest {
    @ParameterizedTest
    @ValueSource(classes = {SettingsFuzz.class})
    void holds(Class<?> target) {
        assertThatCode(() -> FuzzBudget.replay(target)).doesNotThrowAnyException();
    }
}
