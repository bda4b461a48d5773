package dev.assay.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record are not what they claim to be: a fault of that record alone. The message is one line, names
 * what failed and never quotes the record; for the same reason there is no cause.
 */
public final class UndecodableEventException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UndecodableEventException(String message) {
        super(message);
    }
}
