package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;

/**
 * An event and how it was written.
 *
 * @param event the event as written: fields that were absent are null
 * @param encoding how it was written
 */
public record DecodedEvent(TextEvent event, Encoding encoding) {

    /** How an event's bytes were written. */
    public enum Encoding {
        /** Avro, the schema's id before the record. */
        AVRO,
        /** Avro, the schema's id in a header. */
        AVRO_HEADER,
        /** A JSON object. */
        JSON,
        /** Connect's JSON envelope of schema and payload. */
        CONNECT_JSON,
        /** Plain UTF-8 text. */
        TEXT
    }
}
