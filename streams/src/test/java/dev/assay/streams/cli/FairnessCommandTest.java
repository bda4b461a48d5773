package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.streams.Tale;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairnessCommandTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    @TempDir
    Path folder;

    private Path set;

    /** Twenty texts of each group, five of which say delve among the learners'; and a machine's. */
    @BeforeEach
    void writeSet() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String words = ("word " + i + " ").repeat(40);
            lines.append(line("learner " + words + (i < 5 ? "delve" : ""), "learners", "human"));
            lines.append(line("native " + words, "natives", "human"));
        }
        lines.append(line("robot " + "delve ".repeat(80), "natives", "machine"));
        set = Files.writeString(folder.resolve("set.jsonl"), lines);
    }

    @Test
    void namesTheGroupThatIsFlaggedMoreOftenThanStated() {
        Ended ended = Terminals.run("fairness", set.toString(), "--target-fpr", "0.05");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("False alarms at a stated rate of 5.00 % by group\n")
                .containsPattern("learners +5 of 20 \\[11\\.2, 46\\.9 %] +0 +0\\.005\\d* +above\n")
                .containsPattern("natives +0 of 20 \\[0\\.0, 16\\.1 %] +0 +1\\.0\n")
                .containsPattern("all +5 of 40")
                .contains("Above the stated rate: learners.\n")
                .contains("not looked at")
                .contains("Next: let no flag on texts of learners count");
    }

    @Test
    void saysTheSameInJson() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(Terminals.run("fairness", set.toString(), "--by", "language", "--output", "json")
                        .out());
        assertThat(report.at("/by").asText()).isEqualTo("language");
        assertThat(report.at("/half").asText()).isEqualTo("all");
        assertThat(report.at("/target_fpr").asDouble()).isEqualTo(0.01);
        assertThat(report.at("/groups")).hasSize(1);
        assertThat(report.at("/groups/0/group").asText()).isEqualTo("en");
        assertThat(report.at("/groups/0/alarms/hits").asInt()).isEqualTo(5);
        assertThat(report.at("/groups/0/above").asBoolean()).isTrue();
        assertThat(report.at("/next").asText()).contains("assay calibrate");
        assertThat(report.at("/caveat").asText()).isNotEmpty();
    }

    @Test
    void judgesByACalibrationOfTheUsers() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            lines.append(line(Tale.of(i), i % 2 == 0 ? "aunts" : "uncles", "human"));
        }
        String tales = Files.writeString(folder.resolve("tales.jsonl"), lines).toString();
        String calibration = folder.resolve("tales.json").toString();
        String model = MODEL.toString();
        Ended made = Terminals.runWithModels(("calibrate --domain tales --source s --set window=512 --model " + model
                        + " --output " + calibration + " " + tales)
                .split(" "));
        assertThat(made.code()).as(made.err()).isZero();
        Ended ended = Terminals.runWithModels(("fairness --domain tales --target-fpr 0.05 --set window=512 --model "
                        + model + " --calibration " + calibration + " --output json " + tales)
                .split(" "));
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.at("/half").asText()).isEqualTo("test");
        assertThat(report.at("/groups")).hasSize(2);
        assertThat(report.at("/all/alarms/of").asInt()).isBetween(10, 70);
        assertThat(report.at("/all/abstained").asInt()).isZero();
    }

    @Test
    void saysWhatAnInconspicuousGroupLeavesOpen() throws IOException {
        Path few = Files.writeString(folder.resolve("few.jsonl"), line("word ".repeat(80), "poets", "human"));
        assertThat(Terminals.run("fairness", few.toString()).out())
                .contains("No group is shown to be above the stated rate.")
                .contains("Next: add human texts of poets, of which 1 were decided: a rate of up to 79.3 %");
    }

    @Test
    void namesWhatCannotBeMeasured() throws IOException {
        assertWrong(2, "generator", Terminals.run("fairness", set.toString(), "--by", "generator"));
        assertWrong(1, "no such file", Terminals.run("fairness", "nowhere.jsonl"));
        Path brief = Files.writeString(folder.resolve("brief.jsonl"), line("Too short.", "poets", "human"));
        assertWrong(1, "none was decided on", Terminals.run("fairness", brief.toString()));
    }

    private static void assertWrong(int code, String words, Ended ended) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err().lines().reduce((first, last) -> last).orElseThrow())
                .contains(words);
        assertThat(ended.out()).isEmpty();
    }

    private static String line(String text, String group, String label) {
        return "{\"text\": \"" + text + "\", \"group\": \"" + group + "\", \"label\": \"" + label + "\"}\n";
    }
}
