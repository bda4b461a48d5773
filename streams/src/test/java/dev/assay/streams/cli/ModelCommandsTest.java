package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.corpus.FrequencyFile;
import dev.assay.streams.Tale;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the committed 1 MB model. */
class ModelCommandsTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    @TempDir
    Path folder;

    @Test
    void scoresWithTheModelOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("story.txt"), Tale.of(2));
        String[] args = {
            "score", "--model", MODEL.toString(), "--calibration", "none", "--output", "json", file.toString()
        };
        Ended ended = Terminals.runWithModels(args);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        JsonNode row = new ObjectMapper().readTree(ended.out());
        assertThat(row.at("/questions/machine/decision").asText()).isEqualTo("ABSTAINED");
        assertThat(row.at("/questions/machine/reason").asText()).isEqualTo("NO_CALIBRATION");
        assertThat(row.at("/scores/bits-per-byte").asDouble()).isBetween(-3.0, 0.0);
        assertThat(row.at("/text/tokens").asInt())
                .isPositive()
                .isEqualTo(row.at("/text/scored_tokens").asInt());
        assertThat(row.at("/provenance/bundle_id").asText()).hasSize(64);
        assertThat(row.at("/provenance/settings/target-fpr").asText()).isEqualTo("0.01");
        assertThat(Terminals.runWithModels(args).out().replaceAll("\"(decided|created)_at\":\"[^\"]*\"", ""))
                .isEqualTo(ended.out().replaceAll("\"(decided|created)_at\":\"[^\"]*\"", ""));
    }

    @Test
    void demonstratesWithTheModelOfAFolder() {
        Ended ended = Terminals.runWithModels(
                "demo", "--events", "40", "--exit", "--model", MODEL.toString(), "--calibration", "none");
        assertThat(ended.out())
                .contains("40 records in, 38 verdicts + 1 dead letters + 1 tombstones out, 0 repeated")
                .contains("TOO_LONG", "TOO_SHORT", "LANGUAGE", "ALTERED", "NO_CALIBRATION", "DEAD LETTER");
        assertThat(ended.code()).isZero();
    }

    @Test
    void countsFrequencies() throws IOException {
        Path corpus =
                Files.writeString(folder.resolve("corpus.jsonl"), "{\"text\": \"one day\"}\n{\"text\": \"one\"}\n");
        Path table = folder.resolve("frequencies.gz");
        Ended ended = Terminals.runWithModels(
                "frequencies", "--model", MODEL.toString(), "--output", table.toString(), corpus.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("2 texts so far");
        long tokens = FrequencyFile.read(table).total();
        assertThat(tokens).isPositive();
        assertThat(ended.out()).contains(table + ": " + tokens + " tokens");
    }

    @Test
    void showsAModelOfAFolder() {
        Ended ended = Terminals.runWithModels("models", "show", MODEL.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("stories260K", "vocabulary   512 tokens", "states       sums behind layers [2, 3]");
    }

    @Test
    void showsThatAFormerModelGivesNoStates() {
        Path former = MODEL.resolveSibling("stories260K-0.1.0");
        Ended ended = Terminals.runWithModels("models", "show", former.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("states       none", "import the model again");
    }

    @Test
    void namesAModelFileThatIsTruncated() throws IOException {
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        byte[] body = Files.readAllBytes(MODEL.resolve("body.onnx"));
        Files.write(folder.resolve("body.onnx"), java.util.Arrays.copyOf(body, body.length / 2));
        Ended ended = Terminals.runWithModels(
                "score",
                "--model",
                folder.toString(),
                folder.resolve("bundle.json").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("body.onnx").contains("truncated").hasLineCount(1);
    }

    @Test
    void namesWhatIsNotThere() {
        assertErrorNames("no-such-model", "score", "--model", "no-such-model", "pom.xml");
        assertErrorNames("nowhere.gguf", "models", "import", "nowhere.gguf");
        assertErrorNames(
                "no-such-detector", "score", "--model", MODEL.toString(), "--detectors", "no-such-detector", "pom.xml");
        assertErrorNames("window", "score", "--model", MODEL.toString(), "--window", "4096", "pom.xml");
    }

    private static void assertErrorNames(String thing, String... args) {
        Ended ended = Terminals.runWithModels(args);
        assertThat(ended.code()).as(List.of(args).toString()).isEqualTo(1);
        assertThat(ended.err()).contains(thing).hasLineCount(1);
    }
}
