package dev.assay.streams.soak;

/** No fault at all: what the others are compared with. */
final class Calm implements Fault {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String what() {
        return "none";
    }

    @Override
    public int strikes() {
        return 0;
    }

    @Override
    public Strike strike(Stage stage) {
        throw new IllegalStateException("a calm run has no faults");
    }
}
