package dev.assay.streams.event;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What a record takes in a log and in a produce request, where it is the only one of its batch. */
public final class WireSize {
    /** Upper bound of batch header (61 bytes), record attributes and lengths in their longest encoding. */
    public static final int FRAMING = 100;

    private static final int HEADER_FRAMING = 10; // two lengths of at most five bytes
    private static final int MOST_BYTES_A_CHAR = 3; // UTF-8 of one UTF-16 unit

    private WireSize() {}

    /** Upper bound in bytes; key and value may be null. */
    public static long of(byte[] key, byte[] value, Headers headers) {
        return FRAMING + length(key) + length(value) + of(headers);
    }

    /** Upper bound of the headers alone, in bytes. */
    public static long of(Headers headers) {
        long size = 0;
        for (Header header : headers) {
            size += HEADER_FRAMING + (long) MOST_BYTES_A_CHAR * header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
