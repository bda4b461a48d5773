package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationFile;
import dev.assay.streams.cli.Terminals.Ended;
import dev.assay.streams.plots.DetectorPlots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private Path set;

    /** Forty documents of each class; machine texts delve, and hold line breaks. */
    @BeforeEach
    void writeSet() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String words = ("tale " + i + " ").repeat(40);
            lines.append("{\"text\": \"person ").append(words).append("\", \"label\": \"human\"}\n");
            lines.append("{\"text\": \"engine ").append(words).append("\\ndelve\", \"label\": \"machine\"}\n");
        }
        set = Files.writeString(folder.resolve("set.jsonl"), lines);
    }

    @Test
    void measuresWhatADetectorSeparates() throws IOException {
        Ended ended = Terminals.run("evaluate", set.toString(), "--output", "json", "--detectors", "bits-per-byte");
        assertThat(ended.code()).isZero();
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.at("/half").asText()).isEqualTo("all");
        assertThat(report.at("/texts").asInt()).isEqualTo(80);
        assertThat(report.at("/white_space/line_breaks").asDouble()).isEqualTo(1);
        assertThat(report.at("/detectors/0/detector").asText()).isEqualTo("bits-per-byte");
        assertThat(report.at("/detectors/0/auroc/value").asDouble()).isEqualTo(1);
        assertThat(report.at("/detectors/0/calibrated/false_positives/of").asInt())
                .isEqualTo(40);
        assertThat(report.at("/detectors/0/calibrated/true_positives/hits").asInt())
                .isEqualTo(40);
        assertThat(report.at("/detectors/0/groups/0/rates/2/target_fpr").asDouble())
                .isEqualTo(0.005);
    }

    @Test
    void halvesAreDisjointAndTogetherAll() throws IOException {
        int test = texts("test");
        int calibration = texts("calibration");
        assertThat(test).isBetween(20, 60);
        assertThat(test + calibration).isEqualTo(80);
    }

    @Test
    void printsATableForPeople() {
        Ended ended = Terminals.run("evaluate", set.toString(), "--detectors", "bits-per-byte", "--domain", "tales");
        assertThat(ended.out())
                .contains("white space alone separates them with AUROC 1.000")
                .contains("0 % of human, 100 % of machine")
                .containsPattern("bits-per-byte +1\\.000 \\[1\\.000, 1\\.000]")
                .containsPattern("flags 0 of 40 \\[0\\.0, 8\\.8 %] of human texts \\(target 1\\.00 %\\)")
                .containsPattern("domain +tales +40 +40 +1\\.000 \\[1\\.000, 1\\.000]")
                .containsPattern("domain +tales +0 of 40 \\[0\\.0, 8\\.8 %] .* 1\\.000 / 1\\.000 / 1\\.000");
    }

    @Test
    void groupsByWhatIsAskedFor() throws IOException {
        Path models = Files.writeString(folder.resolve("models.jsonl"), """
                {"text": "a tale by hand", "label": "human", "domain": "tales", "source": "attic"}
                {"text": "some news by hand", "label": "human", "domain": "news", "source": "wire"}
                {"text": "a tale to delve into", "label": "machine", "domain": "tales", "generator": "parrot"}
                {"text": "some news", "label": "machine", "domain": "news", "generator": "magpie", "source": "wire"}
                """);
        String[] arguments = {"evaluate", models.toString(), "--by", "generator,source", "--detectors", "bits-per-byte"
        };
        Ended table = Terminals.run(arguments);
        assertThat(table.out())
                .containsPattern("generator magpie +1 +1 +0\\.500")
                .containsPattern("generator parrot +1 +1 +1\\.000")
                .containsPattern("source +attic +1 +0 +-")
                .containsPattern("source +unknown +0 +1 +-")
                .containsPattern("source +wire +1 +1 +0\\.500")
                .doesNotContain("language");
        arguments = Arrays.copyOf(arguments, 8);
        arguments[6] = "--output";
        arguments[7] = "json";
        JsonNode report = new ObjectMapper().readTree(Terminals.run(arguments).out());
        assertThat(report.at("/settings/by/0").asText()).isEqualTo("generator");
        JsonNode parrot = report.at("/detectors/0/groups/1");
        assertThat(parrot.at("/dimension").asText()).isEqualTo("generator");
        assertThat(parrot.at("/group").asText()).isEqualTo("parrot");
        assertThat(parrot.at("/auroc/value").asDouble()).isEqualTo(1);
        assertThat(parrot.at("/tpr_at_half/value").asDouble()).isEqualTo(1);
        assertThat(Terminals.run("evaluate", models.toString(), "--by", "fish").err())
                .contains("fish")
                .contains("GENERATOR")
                .hasLineCount(1);
    }

    @Test
    void appliesAThresholdOfOneDomainToAnother() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String words = ("tale " + i + " ").repeat(40);
            String news = i < 4 ? "delve" : "";
            lines.append("{\"text\": \"tell ")
                    .append(words)
                    .append("\", \"domain\": \"tales\", \"label\": \"human\"}\n");
            lines.append("{\"text\": \"write ")
                    .append(words)
                    .append(news)
                    .append("\", \"domain\": \"news\", \"label\": 0}\n");
        }
        Path domains = Files.writeString(folder.resolve("domains.jsonl"), lines);
        String[] arguments = {"evaluate", domains.toString(), "--detectors", "bits-per-byte", "--output", "table"};
        assertThat(Terminals.run(arguments).out())
                .contains("Human texts above the threshold that gives bits-per-byte 5 % in another domain")
                .containsPattern("THRESHOLD OF +IN news +IN tales\n")
                .containsPattern("news \\(40\\) +- +0\\.0 % \\[0\\.0, 8\\.8]\n")
                .containsPattern("tales \\(40\\) +10\\.0 % \\[4\\.0, 23\\.1] +-\n");
        arguments[5] = "json";
        JsonNode transfers =
                new ObjectMapper().readTree(Terminals.run(arguments).out()).at("/detectors/0/transfers");
        assertThat(transfers).hasSize(2);
        assertThat(transfers.at("/1/from").asText()).isEqualTo("tales");
        assertThat(transfers.at("/1/reached/news/hits").asInt()).isEqualTo(4);
        assertThat(transfers.at("/1/threshold").asDouble()).isEqualTo(-1);
    }

    @Test
    void drawsEachDetector() throws IOException {
        Path plots = folder.resolve("new/plots");
        String[] arguments = {
            "evaluate", set.toString(), "--detectors", "bits-per-byte,lrr", "--plots", plots.toString()
        };
        Ended ended = Terminals.run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> drawn = DetectorPlots.fileNames("bits-per-byte");
        assertThat(drawn).hasSize(8); // no score of the other detector is defined
        assertThat(plots.toFile().list()).containsExactlyInAnyOrderElementsOf(drawn);
        Files.delete(plots.resolve(drawn.get(7)));
        Files.writeString(plots.resolve(drawn.get(0)), "mine");
        Ended again = Terminals.run(arguments);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("--overwrite").contains(drawn.get(0));
        assertThat(plots.resolve(drawn.get(0))).hasContent("mine");
        arguments = Arrays.copyOf(arguments, 7);
        arguments[6] = "--overwrite";
        assertThat(Terminals.run(arguments).code()).isZero();
        assertThat(plots.toFile().list()).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(plots.resolve(drawn.get(0))).content().startsWith("<?xml");
    }

    @Test
    void measuresWhatIsLostUnderAttack() throws IOException {
        Ended ended = Terminals.run(
                "evaluate",
                set.toString(),
                "--detectors",
                "bits-per-byte",
                "--output",
                "json",
                "--attack",
                "case,numbers",
                "--strength",
                "1");
        JsonNode turned = new ObjectMapper().readTree(ended.out()).at("/attacks/0");
        assertThat(turned.at("/attack").asText()).isEqualTo("case");
        assertThat(turned.at("/strength").asDouble()).isEqualTo(1);
        assertThat(turned.at("/report/humans").asInt()).isEqualTo(40);
        assertThat(turned.at("/report/machines").asInt()).isEqualTo(40);
        // No text says "delve" any more, so that all score alike.
        assertThat(turned.at("/report/auroc/value").asDouble()).isEqualTo(0.5);
        assertThat(turned.at("/auroc_drop").asDouble()).isEqualTo(0.5);
        JsonNode numbers = new ObjectMapper().readTree(ended.out()).at("/attacks/1");
        assertThat(numbers.at("/auroc_drop").asDouble()).isZero();
    }

    @Test
    void printsARowAnAttack() {
        Ended ended = Terminals.run(
                "evaluate", set.toString(), "--detectors", "bits-per-byte", "--attack", "articles,misspelling");
        assertThat(ended.out())
                .containsPattern("articles 0\\.50 +bits-per-byte +1\\.000 \\(0\\.000\\).* 40\n")
                .containsPattern("misspelling 0\\.15 +bits-per-byte .* 0\n");
        Ended wrong = Terminals.run("evaluate", set.toString(), "--attack", "fish");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("fish").contains("misspelling").hasLineCount(1);
    }

    @Test
    void calibratesOnHumanTextsOfOneHalf() {
        Path file = folder.resolve("tales.json");
        Ended ended = Terminals.run(
                "calibrate",
                set.toString(),
                "--domain",
                "tales",
                "--source",
                "a test",
                "--detectors",
                "bits-per-byte",
                "--output",
                file.toString());
        assertThat(ended.code()).isZero();
        Calibration calibration = CalibrationFile.read(file);
        assertThat(ended.out()).contains(calibration.id());
        assertThat(calibration.certificate().domain()).isEqualTo("tales");
        assertThat(calibration.certificate().half()).isEqualTo("calibration");
        assertThat(calibration.texts())
                .hasSizeBetween(8, 32)
                .allSatisfy(text -> assertThat(text.scores().get(0)).hasValue(-1));
    }

    @Test
    void namesFilesThatWillNotDo() throws IOException {
        assertThat(Terminals.run("evaluate", "nowhere.jsonl").err())
                .contains("nowhere.jsonl")
                .hasLineCount(1);
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"text\": \"a\", \"label\": \"fish\"}\n");
        Ended ended = Terminals.run("evaluate", broken.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("broken.jsonl").contains("label").hasLineCount(1);
        assertThat(Terminals.run("calibrate", set.toString(), "--domain", "tales")
                        .code())
                .isEqualTo(2);
    }

    private int texts(String half) throws IOException {
        Ended ended = Terminals.run("evaluate", set.toString(), "--half", half, "--output", "json");
        return new ObjectMapper().readTree(ended.out()).at("/texts").asInt();
    }
}
