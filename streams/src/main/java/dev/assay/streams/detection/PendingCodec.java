package dev.assay.streams.detection;

import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/**
 * A pending event as the store keeps it: version (1 byte), timestamp (8), partition (4), offset (8), then topic, key, value, and after
 * their number (4) each header's name and value. Bytes are preceded by their length (4), −1 for null; integers are big-endian.
 */
final class PendingCodec {
    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 8 + 4 + 8 + 4;
    private static final int LENGTH = 4;
    private static final int NULL = -1;

    private PendingCodec() {}

    static byte[] encode(RawEvent raw) {
        byte[] topic = utf8(raw.position().topic());
        byte[] stored = new byte[FIXED + size(topic) + size(raw.key()) + size(raw.value()) + sizeOf(raw.headers())];
        ByteBuffer out = ByteBuffer.wrap(stored);
        out.put(VERSION).putLong(raw.timestamp());
        out.putInt(raw.position().partition()).putLong(raw.position().offset());
        put(out, topic);
        put(out, raw.key());
        put(out, raw.value());
        put(out, raw.headers());
        return stored;
    }

    /** @throws IllegalStateException when another version of the program wrote it in a way that this one does not know */
    static RawEvent decode(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("the pending store holds events in format " + version
                    + ", and this program reads " + VERSION + ": let the version that wrote them finish them");
        }
        long timestamp = in.getLong();
        int partition = in.getInt();
        long offset = in.getLong();
        SourcePosition position = new SourcePosition(text(in), partition, offset);
        return new RawEvent(bytes(in), bytes(in), timestamp, headers(in), position);
    }

    private static void put(ByteBuffer out, Headers headers) {
        int count = out.position();
        out.putInt(0);
        int n = 0;
        for (Header header : headers) {
            put(out, utf8(header.key()));
            put(out, header.value());
            n++;
        }
        out.putInt(count, n);
    }

    private static Headers headers(ByteBuffer in) {
        RecordHeaders headers = new RecordHeaders();
        for (int left = in.getInt(); left > 0; left--) {
            headers.add(text(in), bytes(in));
        }
        return headers;
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        if (bytes == null) {
            out.putInt(NULL);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == NULL) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int size(byte[] bytes) {
        return LENGTH + (bytes == null ? 0 : bytes.length);
    }

    private static int sizeOf(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += LENGTH + Utils.utf8Length(header.key()) + size(header.value());
        }
        return size;
    }
}
