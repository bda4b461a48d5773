package dev.assay.connectors.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.schemas.TextEventJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads entries from lines: by default one from each. */
abstract class RowParser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /**
     * The entry that begins with this line; it may take more lines from the reader.
     *
     * @param first complete, not too long, not blank
     * @param atEnd whether the file is known to end where the reader does
     * @return null where the entry is not complete yet; then all its lines have been given back
     */
    abstract Entry parse(Line first, LineReader lines, boolean atEnd) throws IOException;

    static RowParser json() {
        return new RowParser() {
            @Override
            Entry parse(Line line, LineReader lines, boolean atEnd) {
                try {
                    return new Entry.Row(
                            line.number(),
                            line.bytes(),
                            JSON.convertValue(TextEventJson.tree(text(line.bytes())), FIELDS));
                } catch (IllegalArgumentException notAnObject) {
                    return Entry.Bad.of(line, notAnObject.getMessage());
                }
            }
        };
    }

    static RowParser text() {
        return new RowParser() {
            @Override
            Entry parse(Line line, LineReader lines, boolean atEnd) {
                try {
                    return new Entry.Row(line.number(), line.bytes(), text(line.bytes()));
                } catch (IllegalArgumentException notText) {
                    return Entry.Bad.of(line, notText.getMessage());
                }
            }
        };
    }

    /** @throws IllegalArgumentException where the bytes are not UTF-8 */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("not UTF-8");
        }
    }
}
