package dev.assay.detectors.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sets that pair a human text with a machine text on the same subject. Both are of the human text's document. */
final class PairedTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PairedTexts() {}

    /** {@code {"original": […], "sampled": […]}}. */
    static List<LabelledText> columns(Path file) throws IOException {
        JsonNode root = parse(file);
        JsonNode humans = root.path("original");
        JsonNode machines = root.path("sampled");
        if (!humans.isArray() || humans.size() != machines.size()) {
            throw new CorpusFormatException(file, "needs two lists of one length, \"original\" and \"sampled\"");
        }
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < humans.size(); i++) {
            addPair(texts, file, i, humans.get(i), machines.get(i));
        }
        return texts;
    }

    /** A list of {@code {"original_text", "ai_generated_text"}} or of {@code {"text", "label"}}. */
    static List<LabelledText> list(Path file) throws IOException {
        JsonNode root = parse(file);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) {
            JsonNode item = root.get(i);
            if (item.has("text")) {
                texts.add(LabelledLines.text(file, i + 1L, item));
            } else {
                addPair(texts, file, i, item.path("original_text"), item.path("ai_generated_text"));
            }
        }
        return texts;
    }

    private static JsonNode parse(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return JSON.readTree(reader);
        } catch (JsonProcessingException e) {
            // the cause would quote the text
            throw new CorpusFormatException(file, e.getLocation().getLineNr(), "is not JSON: was it cut short?");
        }
    }

    private static void addPair(List<LabelledText> texts, Path file, int i, JsonNode human, JsonNode machine)
            throws CorpusFormatException {
        if (!human.isTextual() || !machine.isTextual()) {
            throw new CorpusFormatException(file, "pair " + (i + 1) + " needs a human and a machine text as strings");
        }
        DocumentIdentity document = DocumentIdentity.of(human.textValue());
        String id = file.getFileName() + ":" + (i + 1);
        texts.add(LabelledText.of(id + ":human", human.textValue(), Label.HUMAN, document));
        texts.add(LabelledText.of(id + ":machine", machine.textValue(), Label.MACHINE, document));
    }
}
