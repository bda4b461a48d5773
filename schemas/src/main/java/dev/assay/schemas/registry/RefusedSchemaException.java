package dev.assay.schemas.registry;

/** The registry refused a schema: invalid, or incompatible with the versions it holds. */
public final class RefusedSchemaException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RefusedSchemaException(String message) {
        super(message);
    }
}
