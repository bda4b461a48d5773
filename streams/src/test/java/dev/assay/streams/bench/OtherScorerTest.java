package dev.assay.streams.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.detectors.model.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell script in the place of Python. That no charset is left to the platform, forbidden-main.txt holds. */
class OtherScorerTest {
    private static final OtherScorer.Kind KIND = new OtherScorer.Kind("llamacpp.py", List.of());

    @TempDir
    Path folder;

    private Bundle bundle;

    @BeforeEach
    void open() {
        bundle = Bundle.open(
                Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
    }

    @Test
    void speaksUtf8WhateverTheLocale() throws IOException {
        String python = program(
                "[ \"$PYTHONUTF8\" = 1 ] || exit 1", "echo '{\"ready\": \"größer\"}'", "read -r line", "echo $line");
        try (OtherScorer other = OtherScorer.start(python, KIND, folder, bundle, 1)) {
            assertThat(other.version()).isEqualTo("größer");
            JsonNode echo = other.score(List.of("日本語 😀"), 3);
            assertThat(echo.at("/texts/0").textValue()).isEqualTo("日本語 😀");
            assertThat(echo.get("samples").intValue()).isEqualTo(3);
        }
    }

    @Test
    void saysWhyItEnded() throws IOException {
        String python = program("printf 'Memory is short\\n caf\\351\\n' >&2", "exit 1");
        assertThatThrownBy(() -> OtherScorer.start(python, KIND, folder, bundle, 1))
                .isInstanceOf(BenchException.class)
                .hasMessageEndingWith("ended:  caf\uFFFD");
    }

    private String program(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
