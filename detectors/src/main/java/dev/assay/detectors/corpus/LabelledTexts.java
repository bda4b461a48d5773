package dev.assay.detectors.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files of labelled texts. The content tells the format:
 *
 * <ul>
 *   <li>JSON lines {@code {"text": …, "label": …}}, optionally with {@code id}, {@code domain}, {@code language}, {@code source},
 *       {@code generator}, {@code group}, and with {@code document}, which says whose document it is of where its first characters do not;
 *   <li>{@code {"original": […human], "sampled": […machine]}}, text i of one list paired with text i of the other;
 *   <li>a list of {@code {"original_text": human, "ai_generated_text": machine}} or of objects as in JSON lines.
 * </ul>
 *
 * A label is {@code "human"} or {@code "machine"}, 0 (human) or 1 (machine), false (human) or true (machine), or null when unknown.
 */
public final class LabelledTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private LabelledTexts() {}

    /**
     * All texts of a JSON file, in its order.
     *
     * @throws CorpusFormatException when it has none of the known shapes; names the line
     */
    public static List<LabelledText> read(Path file) throws IOException {
        try {
            return switch (shape(file)) {
                case LINES -> LabelledLines.read(file);
                case COLUMNS -> PairedTexts.columns(file);
                case LIST -> PairedTexts.list(file);
            };
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        }
    }

    /**
     * A file of plain text as one text without label.
     *
     * @throws CorpusFormatException when it is not UTF-8
     */
    public static LabelledText text(Path file) throws IOException {
        try {
            return LabelledText.of(file.getFileName().toString(), Files.readString(file), null);
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        }
    }

    private static CorpusFormatException notUtf8(Path file) {
        return new CorpusFormatException(file, "is not UTF-8: convert it first");
    }

    private enum Shape {
        LINES,
        COLUMNS,
        LIST
    }

    /** By the first bracket, and for an object by its first field: a line of JSON lines has no list. */
    private static Shape shape(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = JSON.createParser(reader)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return Shape.LIST;
            }
            parser.nextToken();
            return parser.nextToken() == JsonToken.START_ARRAY ? Shape.COLUMNS : Shape.LINES;
        } catch (JsonParseException e) {
            throw new CorpusFormatException(file, e.getLocation().getLineNr(), "is not JSON: give plain text as text");
        }
    }
}
