package dev.assay.detectors.score;

/** The model gave no usable numbers for one text. The message never quotes the text. */
public class ModelFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names what the model returned and at which token. */
    public ModelFaultException(String message) {
        super(message);
    }

    /** Names what the model did not survive, with the runtime's own error. */
    public ModelFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
