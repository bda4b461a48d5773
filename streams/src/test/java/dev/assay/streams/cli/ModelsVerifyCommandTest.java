package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.model.Sha256;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 1 MB model against itself, and one with damaged weights against it. */
class ModelsVerifyCommandTest {
    private static final String MODEL = Path.of(
                    System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K")
            .toString();

    @TempDir
    Path folder;

    private String set;

    @BeforeEach
    void writeSet() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 2; i < 12; i++) {
            lines.append("{\"text\": \"Once upon a time there was a little girl who had ")
                    .append("a red ball and ".repeat(i))
                    .append("a dog.\", \"label\": \"machine\"}\n");
            lines.append("{\"text\": \"Quarterly yields fell at bank ")
                    .append("number " + i + " and ".repeat(i))
                    .append("elsewhere.\", \"label\": \"human\"}\n");
        }
        set = Files.writeString(folder.resolve("set.jsonl"), lines).toString();
    }

    @Test
    void aModelHoldsAgainstItself() {
        Ended ended = Terminals.runWithModels("models", "verify", MODEL, set, "--reference", MODEL);
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsPattern("stories260k \\p{XDigit}{16} in fp32 against stories260k \\p{XDigit}{16} in fp32")
                .containsPattern("set.jsonl: 20 texts, \\d+ tokens")
                .contains("mean |Δ ln p| 0.0000  ok (at most 0.1)", "mean |Δ fast-detect-gpt| 0.0000  ok (at most 0.1)")
                .containsPattern("bits-per-byte +1\\.0000 +1\\.0000 +\\+0\\.0000 +0\\.0000 +0\\.000  ok")
                .containsPattern("lastde\\+\\+ +[01]\\.\\d{4}")
                .containsPattern("dc-pdd +- +- +- +- +-  -");
        assertThat(ended.err()).contains("set.jsonl: 20 of 20 texts");
    }

    @Test
    void whatMissesALimitIsNamedAndFails() throws IOException {
        Ended ended = Terminals.runWithModels(
                "models", "verify", damaged().toString(), set, "--reference", MODEL, "--output", "json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines().toList())
                .last()
                .asString()
                .contains("stories260k in fp32 misses a limit", "set.jsonl: mean |Δ ln p| ");
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.at("/limits/auroc").asDouble()).isEqualTo(0.01);
        assertThat(report.at("/model/precision").asText()).isEqualTo("fp32");
        assertThat(report.at("/sets/0/set").asText()).endsWith("set.jsonl");
        assertThat(report.at("/sets/0/texts").asInt()).isEqualTo(20);
        assertThat(report.at("/sets/0/mean_log_prob_difference").asDouble()).isGreaterThan(0.1);
        assertThat(report.at("/sets/0/holds").asBoolean(true)).isFalse();
        assertThat(report.at("/sets/0/detectors").findValuesAsText("detector")).contains("lastde++", "bits-per-byte");
        assertThat(report.at("/missed").size()).isPositive();
    }

    @Test
    void withoutFilesItTakesTheSampleTexts() {
        Ended ended = Terminals.runWithModels(
                "models", "verify", MODEL, "--reference", MODEL, "--detectors", "bits-per-byte");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsPattern("sample texts: 55 texts")
                .containsPattern("bits-per-byte +0\\.\\d{4}")
                .doesNotContain("lastde");
    }

    @Test
    void namesWhatWillNotDo() {
        Ended itself = Terminals.runWithModels("models", "verify", MODEL, set);
        assertThat(itself.code()).isEqualTo(1);
        assertThat(itself.err()).contains("is in fp32", "--reference").hasLineCount(1);
        assertThat(Terminals.runWithModels("models", "verify", MODEL, "nowhere.jsonl")
                        .err())
                .contains("nowhere.jsonl")
                .hasLineCount(1);
        Ended unknown =
                Terminals.runWithModels("models", "verify", MODEL, set, "--reference", MODEL, "--detectors", "psychic");
        assertThat(unknown.err()).contains("psychic", "bits-per-byte").hasLineCount(1);
        assertThat(Terminals.runWithModels("models", "verify").code()).isEqualTo(2);
    }

    /** The same bundle by its identity, with the bytes of some weights set to one large value. */
    private Path damaged() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("damaged"));
        try (Stream<Path> files = Files.list(Path.of(MODEL))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, bundle.resolve(file.getFileName()));
            }
        }
        byte[] body = Files.readAllBytes(bundle.resolve("body.onnx"));
        Arrays.fill(body, body.length / 2, body.length / 2 + 4096, (byte) 0x3d); // 0.046
        Files.write(bundle.resolve("body.onnx"), body);
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest =
                (ObjectNode) json.readTree(bundle.resolve("bundle.json").toFile());
        ((ObjectNode) manifest.get("files")).put("body.onnx", Sha256.of(body));
        json.writeValue(bundle.resolve("bundle.json").toFile(), manifest);
        return bundle;
    }
}
