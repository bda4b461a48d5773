package dev.assay.streams.ingest;

/** An event is too large to be looked into. */
final class OversizedEventException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OversizedEventException(String message) {
        super(message);
    }
}
