package dev.assay.detectors.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTokensTest {
    @TempDir
    Path folder;

    @Test
    void wordsOfASpacePrefixTokenizer() {
        assertThat(WordTokens.of(StoriesBundles.committed()))
                .containsValues("little", "they")
                .doesNotContainValue("ing");
    }

    @Test
    void wordsOfAByteLevelTokenizerAreInAscii() throws IOException {
        write("""
                {"model": {"vocab": {"Ġhouse": 5, "House": 6, "ĠHouse": 7, "ĠÃ©": 8, "Ġ12": 9, "Ġ": 10, "Ġlast": 99999}}}
                """);
        assertThat(WordTokens.of(bundle())).isEqualTo(Map.of(5, "house", 7, "House"));
    }

    @Test
    void aBrokenTokenizerIsNamed() throws IOException {
        write("{\"model\"");
        assertThatThrownBy(() -> WordTokens.of(bundle()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("tokenizer.json");
    }

    private void write(String tokenizer) throws IOException {
        Files.writeString(folder.resolve(Bundle.TOKENIZER), tokenizer);
    }

    private Bundle bundle() {
        return new Bundle(folder, StoriesBundles.committed().manifest());
    }
}
