package dev.assay.schemas.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The registry could not be asked, or refused: a fault of the machine or its settings, never of the record in hand.
 * The message names the address (without credentials), what was asked and the remedy.
 */
public class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }

    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
