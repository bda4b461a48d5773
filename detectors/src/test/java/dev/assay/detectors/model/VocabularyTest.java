package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static Vocabulary of(String... tokens) {
        return new Vocabulary(List.of(tokens), Collections.nCopies(tokens.length, Vocabulary.NORMAL));
    }

    @Test
    void documentsStartWithWhatSeparatedThemThoughTheFileNamesAnother() {
        assertThat(of("a", "<|endoftext|>", "<|im_start|>").startToken(OptionalInt.of(2), OptionalInt.of(0)))
                .hasValue(1);
    }

    @Test
    void elseWithTheBeginningElseWithTheEnd() {
        assertThat(of("a", "b").startToken(OptionalInt.of(1), OptionalInt.of(0)))
                .hasValue(1);
        assertThat(of("a", "b").startToken(OptionalInt.empty(), OptionalInt.of(0)))
                .hasValue(0);
        assertThat(of("a", "b").startToken(OptionalInt.empty(), OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void everyTokenHasAKind() {
        assertThatThrownBy(() -> new Vocabulary(List.of("a", "b"), List.of(1)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("2 tokens but 1 token kinds");
    }
}
