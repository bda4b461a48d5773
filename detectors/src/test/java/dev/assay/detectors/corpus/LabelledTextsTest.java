package dev.assay.detectors.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {
    @TempDir
    Path folder;

    @Test
    void linesWithEverySpellingOfALabel() throws IOException {
        List<LabelledText> texts = read("""
                {"text": "a", "label": "human"}
                {"text": "b", "label": "Machine"}

                {"text": "c", "label": 0}
                {"text": "d", "label": 1}
                {"text": "e", "label": false}
                {"text": "f", "label": true}
                {"text": "g", "label": null}
                {"text": "h"}
                """);
        assertThat(texts)
                .extracting(LabelledText::label)
                .containsExactly(
                        Label.HUMAN, Label.MACHINE, Label.HUMAN, Label.MACHINE, Label.HUMAN, Label.MACHINE, null, null);
        assertThat(texts.get(2).id()).isEqualTo("texts.json:4");
    }

    @Test
    void linesMayNameIdDomainLanguageAndOrigin() throws IOException {
        LabelledText text = read("{\"id\": 7, \"text\": \"a\\nb\", \"domain\": \"news\", \"language\": \"en\", "
                        + "\"source\": \"wire\", \"generator\": \"gpt2\", \"group\": \"students\"}")
                .get(0);
        assertThat(text)
                .isEqualTo(new LabelledText(
                        "7", "a\nb", null, DocumentIdentity.of("a\nb"), "news", "en", "wire", "gpt2", "students"));
    }

    @Test
    void linesMayNameTheirDocument() throws IOException {
        String original = DocumentIdentity.of("the original").sha256();
        List<LabelledText> texts = read("{\"text\": \"teh orignal\", \"document\": \"" + original + "\"}\n"
                + "{\"text\": \"a\", \"document\": \"page 7\"}\n{\"text\": \"b\", \"document\": \"page 7\"}\n"
                + "{\"text\": \"c\", \"document\": null}\n");
        assertThat(texts.get(0).document()).isEqualTo(DocumentIdentity.of("the original"));
        assertThat(texts.get(1).document()).isEqualTo(texts.get(2).document()).isNotEqualTo(DocumentIdentity.of("a"));
        assertThat(texts.get(3).document()).isEqualTo(DocumentIdentity.of("c"));
    }

    @Test
    void pairsInColumnsShareTheHumanDocument() throws IOException {
        List<LabelledText> texts = read("{\"sampled\": [\"m1\", \"m2\"],\n \"original\": [\"h1\", \"h2\"]}");
        assertThat(texts).extracting(LabelledText::text).containsExactly("h1", "m1", "h2", "m2");
        assertThat(texts.get(3).label()).isEqualTo(Label.MACHINE);
        assertThat(texts.get(3).document()).isEqualTo(DocumentIdentity.of("h2"));
        assertThat(texts.get(3).half()).isEqualTo(texts.get(2).half());
        assertThat(texts.get(3).id()).isEqualTo("texts.json:2:machine");
    }

    @Test
    void pairsInAList() throws IOException {
        List<LabelledText> texts = read("[{\"id\": 1, \"original_text\": \"h\", \"ai_generated_text\": \"m\"}]");
        assertThat(texts).extracting(LabelledText::text).containsExactly("h", "m");
        assertThat(texts).extracting(LabelledText::label).containsExactly(Label.HUMAN, Label.MACHINE);
        assertThat(texts.get(1).document()).isEqualTo(DocumentIdentity.of("h"));
    }

    @Test
    void listOfLabelledObjects() throws IOException {
        assertThat(read("[{\"text\": \"a\", \"label\": 1}]"))
                .extracting(LabelledText::label)
                .containsExactly(Label.MACHINE);
    }

    @Test
    void emptyFileHasNoTexts() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @Test
    void errorsNameFileAndLineAndNeverTheText() {
        assertFails("{\"text\": \"a\"}\n{\"label\": 1}", "texts.json:2: has no string \"text\"");
        assertFails("{\"text\": \"a\"}\n{\"text\": \"secret", "texts.json:2: is not one JSON object");
        assertFails("{\"text\": \"secret\", \"label\": \"both\"}", "texts.json:1: has an unknown label");
        assertFails("secret", "texts.json:1: is not JSON");
        assertFails("{\"original\": [\"secret\"], \"sampled\": []}", "texts.json: needs two lists of one length");
        assertFails("[{\"original_text\": \"secret\"}]", "texts.json: pair 1 needs");
        assertFails("[{\"original_text\": \"secret\"", "texts.json:1: is not JSON");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("texts.json"), new byte[] {'{', '"', (byte) 0xff});
        assertThatThrownBy(() -> LabelledTexts.read(file)).hasMessageEndingWith("is not UTF-8: convert it first");
        assertThatThrownBy(() -> LabelledTexts.text(file)).hasMessageEndingWith("is not UTF-8: convert it first");
    }

    @Test
    void plainTextIsOneText() throws IOException {
        LabelledText text = LabelledTexts.text(write("one\ntwo\n"));
        assertThat(text).isEqualTo(LabelledText.of("texts.json", "one\ntwo\n", null));
    }

    private List<LabelledText> read(String content) throws IOException {
        return LabelledTexts.read(write(content));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("texts.json"), content, StandardCharsets.UTF_8);
    }

    private void assertFails(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("secret", "\n");
    }
}
