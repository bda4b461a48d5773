package dev.assay.streams.demo;

/** The demonstration did not end well. The message is one line. */
public final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
