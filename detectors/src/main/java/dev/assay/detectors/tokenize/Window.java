package dev.assay.detectors.tokenize;

/**
 * One pass of the model over part of a text: it sees tokens {@code start} to {@code end} (exclusive) behind the document-start
 * token and scores those from {@code scoreFrom} on; 0 ≤ start ≤ scoreFrom < end.
 */
public record Window(int start, int scoreFrom, int end) {
    /** Tokens the model sees, without the document-start token. */
    public int length() {
        return end - start;
    }

    /** Tokens this window scores. */
    public int scored() {
        return end - scoreFrom;
    }
}
