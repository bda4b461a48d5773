package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Where an event came from, which gives it what it did not bring along.
 *
 * @param topic the record's topic
 * @param partition its partition
 * @param offset its offset
 * @param timestamp its time, in milliseconds since 1970
 */
public record EventOrigin(String topic, int partition, long offset, long timestamp) {
    /** The source of an event that has neither a source nor a key. */
    public static final String UNKNOWN = "unknown";

    /**
     * The event with id, source and time filled in; an empty string counts as absent.
     *
     * @param key the record's key bytes, may be null
     */
    public TextEvent complete(TextEvent event, byte[] key) {
        return TextEvent.newBuilder(event)
                .setId(or(event.getId(), topic + "-" + partition + "-" + offset))
                .setSource(or(event.getSource(), source(key)))
                .setCreatedAt(event.getCreatedAt() == null ? Instant.ofEpochMilli(timestamp) : event.getCreatedAt())
                .setLanguage(or(event.getLanguage(), null))
                .setDomain(or(event.getDomain(), null))
                .build();
    }

    /** The key as text; a binary key (a number, Avro) as hexadecimal digits, so that it still names one source. */
    static String source(byte[] key) {
        if (key == null || key.length == 0) {
            return UNKNOWN;
        }
        return StrictText.decode(key)
                .filter(text -> text.codePoints().noneMatch(Character::isISOControl))
                .orElseGet(() -> "0x" + HexFormat.of().formatHex(key));
    }

    private static String or(String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }
}
