package dev.assay.connectors.source;

import java.util.Arrays;

/**
 * One line of a file, or a whole file where that is one text.
 *
 * @param number of the line, from 1
 * @param start position of its first byte
 * @param bytes without the line break; only the beginning where it is too long
 * @param length of all of it, bytes
 * @param sha256 of all of it, hex, where it is too long, else null
 * @param terminated whether a line break ended it, rather than the end of the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Line(long number, long start, byte[] bytes, long length, String sha256, boolean terminated) {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    boolean isTooLong() {
        return sha256 != null;
    }

    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    /** The line without the mark that some editors put before a file. */
    Line unmarked() {
        boolean marked = start == 0
                && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(Arrays.copyOf(bytes, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        return marked
                ? new Line(
                        number,
                        start,
                        Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length),
                        length,
                        sha256,
                        terminated)
                : this;
    }
}
