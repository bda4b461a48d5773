package dev.assay.schemas.serde;

import java.util.Locale;

/** How the values of an event topic are written. */
public enum EventFormat {
    /** Seen from the record: its headers first, then its first bytes. */
    AUTO,
    /** Avro in Confluent's wire format. */
    AVRO,
    /** A JSON object. */
    JSON,
    /** UTF-8 text, nothing else. */
    TEXT;

    /** The format of that name, in either case. */
    public static EventFormat of(String name) {
        for (var format : values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IllegalArgumentException("unknown event format '" + name + "': use auto, avro, json or text");
    }
}
