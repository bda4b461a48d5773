package dev.assay.detectors.model;

/** A model file or bundle that cannot be used. The message is one line that names the file and the remedy. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the file, what is wrong with it, and what to do. */
    public BundleException(String message) {
        super(message);
    }

    /** The same, with the fault below it. */
    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
