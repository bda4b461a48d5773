package dev.assay.streams.detection;

import dev.assay.streams.event.RawEvent;
import dev.assay.streams.event.SourcePosition;
import dev.assay.streams.event.WireSize;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/**
 * A pending event as the store keeps it: version (1 byte), from version 2 on the attempts (4), in version 3 the restarts (4), timestamp (8),
 * partition (4), offset (8), then topic, key, value, and after their number (4) each header's name and value. Bytes are preceded by their
 * length (4), −1 for null; integers are big-endian.
 *
 * <p>Version 1, which releases from 0.1.0 read, is written where there is neither to count, so that going back to an earlier release finds
 * what it can read.
 */
final class PendingCodec {
    private static final byte PLAIN = 1;
    private static final byte COUNTED = 2;
    private static final byte RESTARTED = 3;
    private static final int COUNT = 4;
    private static final int FIXED = 1 + 8 + 4 + 8 + 4;
    private static final int LENGTH = 4;
    private static final int NULL = -1;

    private PendingCodec() {}

    static byte[] encode(RawEvent raw) {
        return encode(new Kept(raw, 0, 0));
    }

    static byte[] encode(Kept kept) {
        RawEvent raw = kept.raw();
        byte version = kept.restarts() > 0 ? RESTARTED : kept.attempts() > 0 ? COUNTED : PLAIN;
        byte[] topic = utf8(raw.position().topic());
        int size = FIXED + size(topic) + size(raw.key()) + size(raw.value()) + sizeOf(raw.headers());
        byte[] stored = new byte[size + COUNT * (version - PLAIN)];
        ByteBuffer out = ByteBuffer.wrap(stored);
        out.put(version);
        if (version >= COUNTED) {
            out.putInt(kept.attempts());
        }
        if (version >= RESTARTED) {
            out.putInt(kept.restarts());
        }
        out.putLong(raw.timestamp());
        out.putInt(raw.position().partition()).putLong(raw.position().offset());
        put(out, topic);
        put(out, raw.key());
        put(out, raw.value());
        put(out, raw.headers());
        return stored;
    }

    /** What the changelog must have room for, where attempts and restarts come to be counted too; bytes. */
    static long room(byte[] stored) {
        return (long) stored.length + 2 * COUNT + Integer.BYTES + WireSize.FRAMING; // a slot is its key
    }

    /**
     * Reads what {@link #encode} wrote, in this release or an earlier one.
     *
     * @throws PendingStoreException when another release wrote it in a way that this one does not know
     * @throws UnreadablePendingException when none did
     */
    static Kept decode(byte[] stored) {
        try {
            ByteBuffer in = ByteBuffer.wrap(stored);
            byte version = in.get();
            if (version < PLAIN || version > RESTARTED) {
                throw PendingStoreException.ofFormat(version, RESTARTED);
            }
            int attempts = version >= COUNTED ? in.getInt() : 0;
            int restarts = version >= RESTARTED ? in.getInt() : 0;
            long timestamp = in.getLong();
            int partition = in.getInt();
            long offset = in.getLong();
            SourcePosition position = new SourcePosition(text(in), partition, offset);
            return new Kept(
                    new RawEvent(bytes(in), required(in), timestamp, headers(in), position), attempts, restarts);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnreadablePendingException(stored.length, e);
        }
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
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] required(ByteBuffer in) {
        byte[] bytes = bytes(in);
        if (bytes == null) {
            throw new IllegalArgumentException("null where none may be");
        }
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(required(in), StandardCharsets.UTF_8);
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
