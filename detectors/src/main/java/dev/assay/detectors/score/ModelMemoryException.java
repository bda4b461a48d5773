package dev.assay.detectors.score;

/** The model found no memory for one text, outside Java's heap. It may find some when fewer texts run, or none for this text ever. */
public final class ModelMemoryException extends ModelFaultException {
    private static final long serialVersionUID = 1L;

    /** Says how much the model was to do, with the runtime's own error. */
    public ModelMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
