package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final String PROSE = "word ".repeat(80);

    @TempDir
    Path folder;

    @Test
    void scoresLinesInTheirOrderAndReportsBadOnes() throws IOException {
        String lines = "{\"id\": \"a\", \"text\": \"" + PROSE + "delve\", \"domain\": \"news\"}\n"
                + "not json\n\n"
                + "{\"id\": \"b\"}\n"
                + "{\"id\": \"c\", \"text\": \"\\ud800\"}\n"
                + "{\"id\": 7, \"text\": \"short\"}\n";
        Ended ended = Terminals.run(Map.of(), lines, "score", "--output", "json", "--format", "jsonl", "-");
        assertThat(ended.code()).isEqualTo(1);
        List<JsonNode> rows = rows(ended.out());
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).path("id").asText()).isEqualTo("a");
        assertThat(rows.get(0).at("/questions/machine/decision").asText()).isEqualTo("FLAGGED");
        assertThat(rows.get(0).at("/questions/membership/percentile").asDouble())
                .isEqualTo(50);
        assertThat(rows.get(0).at("/scores/bits-per-byte").asDouble()).isEqualTo(-0.5);
        assertThat(rows.get(0).at("/text/domain").asText()).isEqualTo("news");
        assertThat(rows.get(0).at("/text/scored_tokens").asInt()).isEqualTo(81);
        assertThat(rows.get(0).at("/provenance/bundle_id").asText()).isEqualTo("fake");
        assertThat(rows.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(rows.get(1).path("error").asText())
                .contains("not valid JSON")
                .doesNotContain("not json");
        assertThat(rows.get(2).path("line").asInt()).isEqualTo(4);
        assertThat(rows.get(3).toString()).isEqualTo("{\"line\":5,\"error\":\"lone surrogate at 0\"}");
        assertThat(rows.get(4).path("id").asText()).isEqualTo("7");
        assertThat(rows.get(4).at("/questions/machine/reason").asText()).isEqualTo("TOO_SHORT");
    }

    @Test
    void keepsTheOrderOfManyTexts() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append("{\"id\": \"")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(PROSE)
                    .append("\"}\n");
        }
        Ended ended =
                Terminals.run(Map.of(), lines.toString(), "score", "--output", "json", "--set", "engine.workers=4");
        assertThat(ended.code()).isZero();
        List<JsonNode> rows = rows(ended.out());
        assertThat(rows).hasSize(200);
        for (int i = 0; i < 200; i++) {
            assertThat(rows.get(i).path("id").asInt()).isEqualTo(i);
        }
    }

    @Test
    void aPlainFileIsOneText() throws IOException {
        Path file = Files.writeString(folder.resolve("essay.txt"), "{ " + PROSE + "\n\n" + PROSE);
        Ended ended =
                Terminals.run("score", "--output", "json", "--domain", "essays", "--language", "de", file.toString());
        assertThat(ended.code()).isZero();
        JsonNode row = rows(ended.out()).get(0);
        assertThat(row.path("id").asText()).isEqualTo(file.toString());
        assertThat(row.at("/text/domain").asText()).isEqualTo("essays");
        assertThat(row.at("/text/language").asText()).isEqualTo("de");
    }

    @Test
    void bytesThatAreNotUtf8AreABadLine() throws IOException {
        byte[] good = ("{\"id\":\"x\",\"text\":\"" + PROSE + "\"}\n").getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("mixed.jsonl");
        Files.write(file, new byte[] {'{', (byte) 0xC3, '(', '\n'});
        Files.write(file, good, java.nio.file.StandardOpenOption.APPEND);
        Ended ended = Terminals.run("score", "--output", "json", file.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(rows(ended.out()).get(0).toString()).isEqualTo("{\"line\":1,\"error\":\"not UTF-8\"}");
        assertThat(rows(ended.out()).get(1).path("id").asText()).isEqualTo("x");
    }

    @Test
    void theTableHasAHeadingARowAndTheScores() {
        Ended ended = Terminals.run(Map.of(), PROSE + "delve", "score");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1))
                        .contains("FLAGGED")
                        .contains("strong")
                        .contains("0.0005"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("bits-per-byte -0.5000"));
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        Ended ended = Terminals.run("score", "nowhere.txt");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("nowhere.txt").hasLineCount(1);
    }

    @Test
    void wrongFlagsAreMisuse() {
        assertThat(Terminals.run("score", "--target-fpr", "2").code()).isEqualTo(2);
        assertThat(Terminals.run("score", "--output", "xml").code()).isEqualTo(2);
    }

    private static List<JsonNode> rows(String out) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : out.lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }
}
