package dev.assay.streams.cli;

import dev.assay.schemas.TextEvent;

/** One text of the input, or a line that holds none. */
sealed interface InputEntry {
    /** Where it stands. */
    Place place();

    /**
     * A place in the input.
     *
     * @param file the file as named by the user, {@code -} for standard input
     * @param line line of the file, from 1
     */
    record Place(String file, long line) {}

    /** A text with what its line says of it. */
    record Text(Place place, TextEvent event) implements InputEntry {}

    /** A line without a text, and why; the line itself is never quoted. */
    record Bad(Place place, String error) implements InputEntry {}
}
