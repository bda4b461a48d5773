package dev.assay.schemas.registry;

/** The registry answered, and has no such id, subject or version: what asked for it is at fault, not the registry. */
public final class UnknownSchemaException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
