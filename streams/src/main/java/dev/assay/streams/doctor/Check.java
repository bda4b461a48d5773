package dev.assay.streams.doctor;

/** One question about the surroundings. */
interface Check {
    /** What is looked at, in a word or two. */
    String name();

    /**
     * Looks.
     *
     * @throws RuntimeException when it cannot be looked at; the message is the finding
     */
    Finding run();
}
