package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DetectorsTest {
    @Test
    void everyOnePassMethodInOrder() {
        assertThat(names())
                .containsExactly(
                        "log-likelihood",
                        "bits-per-byte",
                        "entropy-per-byte",
                        "log-rank",
                        "entropy",
                        "lrr",
                        "fast-detect-gpt",
                        "lastde",
                        "lastde-open",
                        "lastde++",
                        "spec-detect",
                        "surprisal-spread",
                        "surprisal-steps",
                        "relative-surprisal",
                        "clean-surprisal",
                        "probe",
                        "lexical",
                        "assay-1",
                        "loss",
                        "zlib",
                        "min-k",
                        "min-k++",
                        "dc-pdd");
    }

    @Test
    void unknownNameListsTheKnown() {
        assertThatThrownBy(() -> Detectors.named("gltr"))
                .hasMessageStartingWith("no detector is named 'gltr': choose among log-likelihood, bits-per-byte")
                .hasMessageEndingWith("dc-pdd")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void readmeListsEachInTheSameOrder() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("assay.root"), "detectors", "README.md"));
        List<String> rows = Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(docs/detectors/([^)]+)\\.md\\)")
                .matcher(readme)
                .results()
                .filter(row -> row.group(1).equals(row.group(2)))
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(rows).isEqualTo(names());
    }

    private static List<String> names() {
        return Detectors.all().stream().map(Detector::name).toList();
    }
}
