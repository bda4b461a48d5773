package dev.assay.connectors.source;

/** What stands in a file at one place: a row, or something that is none. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
sealed interface Entry {
    /** Number of its (first) line, from 1. */
    long line();

    /** A map of fields, or a string where the line itself is the text. */
    record Row(long line, byte[] bytes, Object value) implements Entry {}

    /** A line that cannot be read, and why; nothing of the line stands in the cause. */
    record Bad(long line, String cause, byte[] bytes, long length, String sha256) implements Entry {
        static Bad of(Line line, String cause) {
            return new Bad(line.number(), cause, line.bytes(), line.length(), line.sha256());
        }
    }
}
