package dev.assay.detectors.model.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads GGUF's little-endian values one after another. */
final class GgufReader {
    private static final int WINDOW = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long next; // position in the file after the buffer's content

    GgufReader(FileChannel channel) {
        this.channel = channel;
    }

    /** Position of the next byte to be read. */
    long position() {
        return next - buffer.remaining();
    }

    int integer() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    /** A count or an offset. */
    long length() throws IOException {
        long length = need(Long.BYTES).getLong();
        if (length < 0) {
            throw new IOException("a length of more than 63 bits");
        }
        return length;
    }

    String string() throws IOException {
        long length = length();
        if (length > channel.size() - position()) {
            throw new EOFException("ends inside a text");
        }
        byte[] bytes = new byte[Math.toIntExact(length)];
        for (int at = 0; at < bytes.length; ) {
            int part = Math.min(WINDOW, bytes.length - at);
            need(part).get(bytes, at, part);
            at += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A value of one of GGUF's thirteen types: a Long, Double, Boolean, String or List of them. */
    Object value(int type) throws IOException {
        return switch (type) {
            case 0 -> need(1).get() & 0xffL;
            case 1 -> (long) need(1).get();
            case 2 -> need(Short.BYTES).getShort() & 0xffffL;
            case 3 -> (long) need(Short.BYTES).getShort();
            case 4 -> integer() & 0xffff_ffffL;
            case 5 -> (long) integer();
            case 6 -> (double) need(Float.BYTES).getFloat();
            case 7 -> need(1).get() != 0;
            case 8 -> string();
            case 9 -> array();
            case 10, 11 -> need(Long.BYTES).getLong();
            case 12 -> need(Double.BYTES).getDouble();
            default -> throw new IOException("a metadata value of unknown type " + type);
        };
    }

    private List<Object> array() throws IOException {
        int type = integer();
        long count = length();
        if (count > channel.size() - position()) { // every element takes at least a byte
            throw new EOFException("ends inside a list");
        }
        List<Object> values = new ArrayList<>(Math.toIntExact(count));
        for (long i = 0; i < count; i++) {
            values.add(value(type));
        }
        return values;
    }

    private ByteBuffer need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                int read = channel.read(buffer, next);
                if (read < 0) {
                    throw new EOFException("ends too early");
                }
                next += read;
            }
            buffer.flip();
        }
        return buffer;
    }
}
