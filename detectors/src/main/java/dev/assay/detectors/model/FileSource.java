package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Path;

/** A place that may hold a pinned model's file. Says nothing of whether it is the right one: the caller compares hashes. */
interface FileSource {
    /** What people know it by. */
    String name();

    /**
     * Writes the file.
     *
     * @param part where to; may hold the first bytes from an earlier, interrupted attempt
     * @throws IOException in one line that says why this source cannot give it
     */
    void fetch(Path part, PullProgress progress) throws IOException;
}
