package dev.assay.detectors.model;

/** A model file or bundle that cannot be used. The message is one line that names the file and the remedy, whatever the file holds. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000;

    /** Names the file, what is wrong with it, and what to do. */
    public BundleException(String message) {
        super(line(message));
    }

    /** The same, with the fault below it. */
    public BundleException(String message, Throwable cause) {
        super(line(message), cause);
    }

    /** Names and texts out of a file may hold line breaks, and be long. */
    private static String line(String message) {
        String seen = message.replaceAll("\\p{Cntrl}", "?");
        return seen.length() <= LONGEST
                ? seen
                : seen.substring(0, LONGEST / 2) + "…" + seen.substring(seen.length() - LONGEST / 2);
    }
}
