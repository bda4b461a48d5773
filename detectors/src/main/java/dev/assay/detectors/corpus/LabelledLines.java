package dev.assay.detectors.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** JSON lines of {@code {"text", "label"}}; empty lines are passed over. */
final class LabelledLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LabelledLines() {}

    static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    texts.add(text(file, number, parse(file, number, line)));
                }
                number++;
            }
        }
        return texts;
    }

    /** One object, which stands at line or place {@code number} of the file. */
    static LabelledText text(Path file, long number, JsonNode object) throws CorpusFormatException {
        String text = string(object, "text");
        if (text == null) {
            throw new CorpusFormatException(file, number, "has no string \"text\": write {\"text\": …, \"label\": …}");
        }
        String id = object.hasNonNull("id") ? object.get("id").asText() : file.getFileName() + ":" + number;
        return new LabelledText(
                id,
                text,
                label(file, number, object.path("label")),
                document(object, text),
                string(object, "domain"),
                string(object, "language"),
                string(object, "source"),
                string(object, "generator"),
                string(object, "group"));
    }

    private static DocumentIdentity document(JsonNode object, String text) {
        String named = string(object, "document");
        return named == null || named.isBlank() ? DocumentIdentity.of(text) : DocumentIdentity.named(named);
    }

    private static JsonNode parse(Path file, long number, String line) throws CorpusFormatException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // the cause would quote the text
            throw new CorpusFormatException(file, number, "is not one JSON object: one object a line");
        }
    }

    private static String string(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.get(field).textValue() : null;
    }

    private static Label label(Path file, long number, JsonNode label) throws CorpusFormatException {
        if (label.isMissingNode() || label.isNull()) {
            return null;
        }
        return switch (label.asText().toLowerCase(Locale.ROOT)) {
            case "human", "0", "false" -> Label.HUMAN;
            case "machine", "1", "true" -> Label.MACHINE;
            default ->
                throw new CorpusFormatException(
                        file, number, "has an unknown label: write human or machine, 0 or 1, false or true");
        };
    }
}
