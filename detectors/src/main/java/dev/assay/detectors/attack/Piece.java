package dev.assay.detectors.attack;

/**
 * A stretch of a text.
 *
 * @param start UTF-16 units from the text's beginning
 * @param end behind its last unit
 */
record Piece(int start, int end) {
    String of(String text) {
        return text.substring(start, end);
    }
}
