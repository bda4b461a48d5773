package dev.assay.connectors.webhook;

import java.time.Duration;

/** What became of one attempt. */
sealed interface Answer {
    /** The receiver has it. */
    record Accepted() implements Answer {}

    /** The receiver will never take it. */
    record Refused(String cause) implements Answer {}

    /**
     * It may work later.
     *
     * @param pause what the receiver asked for, or zero
     */
    record Later(String cause, Duration pause) implements Answer {}
}
