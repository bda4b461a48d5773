package dev.assay.streams.ingest;

import dev.assay.schemas.TextEvent;
import dev.assay.streams.event.RawEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** What stands in for the fields that an event does not bring (DESIGN §4). */
final class Defaults {
    private static final String UNKNOWN = "unknown";

    private Defaults() {}

    /** Fills in identity, source and time. */
    static TextEvent fill(TextEvent event, RawEvent raw) {
        if (event.getId() == null) {
            event.setId(raw.defaultId());
        }
        if (event.getSource() == null) {
            event.setSource(source(raw.key()));
        }
        if (event.getCreatedAt() == null) {
            event.setCreatedAt(Instant.ofEpochMilli(raw.timestamp()));
        }
        event.setAttributes(Map.of()); // nobody reads them here, and a million would be held while the text waits
        return event;
    }

    /** The key as text, in hexadecimal where it is none. */
    static String source(byte[] key) {
        if (key == null || key.length == 0) {
            return UNKNOWN;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException e) {
            return HexFormat.of().formatHex(key);
        }
    }
}
