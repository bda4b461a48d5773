package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.attack.Attacks;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.corpus.LabelledTexts;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackCommandTest {
    private static final Path MODEL =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    @TempDir
    Path folder;

    private Path set;

    @BeforeEach
    void writeSet() throws IOException {
        set = Files.writeString(folder.resolve("set.jsonl"), """
                {"id": "h", "text": "The clerk counted the coins, and they were very old. He kept three.", "label": "human"}
                {"text": "Once there was a girl with a little dog. They said hello.", "label": 1, "domain": "tales", "source": "attic", "generator": "parrot", "group": "pets"}
                {"text": "Who wrote this? Nobody there knows.", "language": "en"}
                """);
    }

    @Test
    void aCopyKeepsAllThatIsKnownOfItsText() throws IOException {
        Path attacked = folder.resolve("attacked.jsonl");
        Ended ended = run("misspelling,shuffle", set.toString(), "--copies", "2", "--output", attacked.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        List<LabelledText> originals = LabelledTexts.read(set);
        List<LabelledText> copies = LabelledTexts.read(attacked);
        assertThat(copies).hasSize(12).extracting(LabelledText::id).doesNotHaveDuplicates();
        for (int i = 0; i < copies.size(); i++) {
            LabelledText original = originals.get(i / 2 % 3);
            assertThat(copies.get(i).document()).isEqualTo(original.document());
            assertThat(copies.get(i).half()).isEqualTo(original.half());
            assertThat(copies.get(i).with(original.id(), original.text())).isEqualTo(original);
            assertThat(copies.get(i).text()).isNotEqualTo(original.text());
        }
        assertThat(copies.get(0).id()).isEqualTo("h:misspelling:1");
        assertThat(copies.get(0).label()).isEqualTo(Label.HUMAN);
        JsonNode last = new ObjectMapper().readTree(Files.readAllLines(attacked).get(11));
        assertThat(last.get("attack").asText()).isEqualTo("shuffle");
        assertThat(ended.err()).contains("misspelling: 6 texts written, 0 of them as they were");
    }

    @Test
    void scoreAndEvaluateReadTheLinesAgain() throws IOException {
        Path attacked = Files.writeString(
                folder.resolve("a.jsonl"), run("case", set.toString()).out());
        assertThat(Terminals.run("score", attacked.toString()).code()).isZero();
        assertThat(Terminals.run("evaluate", "--half", "all", attacked.toString())
                        .code())
                .isZero();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        String all = String.join(",", Attacks.names());
        String[] arguments = {all, set.toString(), "--mix", set.toString(), "--model", MODEL.toString(), "--seed", "3"};
        Ended first = run(arguments);
        assertThat(first.out())
                .hasLineCount(3 * Attacks.names().size())
                .isEqualTo(run(arguments).out());
        arguments[7] = "4";
        assertThat(run(arguments).out()).isNotEqualTo(first.out());
    }

    @Test
    void plainTextIsOneText() throws IOException {
        Path essay = Files.writeString(folder.resolve("essay.txt"), "One two three four five.\n");
        assertThat(run("deletion", essay.toString(), "--strength", "0.4").out())
                .contains("\"id\":\"essay.txt:deletion:1\"")
                .hasLineCount(1);
    }

    @Test
    void wrongUseIsNamedInOneLine() {
        assertWrong(2, "misspelling", run("fish", set.toString()));
        assertWrong(2, "above 0", run("case", set.toString(), "--strength", "1.5"));
        assertWrong(2, "1 or more", run("case", set.toString(), "--copies", "0"));
        assertWrong(2, "FILE", run("case"));
        assertWrong(1, "no such file", run("case", "nowhere.jsonl"));
        assertWrong(1, "--mix FILE", run("mixture", set.toString()));
        assertWrong(1, "--overwrite", run("case", set.toString(), "--output", set.toString()));
        assertWrong(1, "nosuchmodel", run("synonym", set.toString(), "--model", "nosuchmodel"));
    }

    @Test
    void helpNamesEveryAttack() {
        String help = run("--help").out().replaceAll("\\s+", " ");
        assertThat(Attacks.names()).allSatisfy(name -> assertThat(help).contains(name));
    }

    private static void assertWrong(int code, String words, Ended ended) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err()).contains(words).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    private static Ended run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "attack";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Terminals.run(all);
    }
}
