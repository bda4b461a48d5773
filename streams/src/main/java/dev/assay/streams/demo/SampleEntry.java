package dev.assay.streams.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * One record of the sample stream.
 *
 * @param id its event's id
 * @param source the record's key
 * @param label {@code human} or {@code machine}; null where that is nobody's question
 * @param value the record's value; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
record SampleEntry(String id, String source, String label, byte[] value) {
    /** A line of the sample, with the id that this appearance of it is to have. */
    static SampleEntry of(JsonNode line, String id) {
        String source = line.get("source").textValue();
        String label = line.hasNonNull("label") ? line.get("label").textValue() : null;
        return new SampleEntry(id, source, label, value(line, id));
    }

    boolean isTombstone() {
        return value == null;
    }

    private static byte[] value(JsonNode line, String id) {
        if (line.path("tombstone").asBoolean()) {
            return null;
        }
        if (line.has("bytes")) {
            return HexFormat.ofDelimiter(" ").parseHex(line.get("bytes").textValue());
        }
        String text = line.get("text").textValue().repeat(line.path("repeat").asInt(1));
        String domain = line.hasNonNull("domain") ? line.get("domain").textValue() : null;
        TextEvent event = new TextEvent(id, null, text, null, null, domain, Map.of());
        return TextEventJson.write(event).getBytes(StandardCharsets.UTF_8);
    }
}
