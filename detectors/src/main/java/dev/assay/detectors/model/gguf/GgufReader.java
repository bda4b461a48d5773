package dev.assay.detectors.model.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads GGUF's little-endian values one after another. What the file says of its own sizes is held against what is left of it, and
 * against budgets that no model's file comes near, before memory is taken for it.
 */
final class GgufReader {
    private static final int WINDOW = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 24; // bytes
    private static final int MOST_ELEMENTS = 1 << 23; // of all lists
    private static final int DEEPEST_LIST = 4;
    private static final int LEAST_LIST = Integer.BYTES + Long.BYTES; // its elements' type and their count

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long next; // position in the file after the buffer's content
    private int elements; // of the lists read so far

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
        if (length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = new byte[(int) length];
        for (int at = 0; at < bytes.length; ) {
            int part = Math.min(WINDOW, bytes.length - at);
            need(part).get(bytes, at, part);
            at += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A value of one of GGUF's thirteen types: a Long, Double, Boolean, String or List of them. */
    Object value(int type) throws IOException {
        return value(type, 0);
    }

    private Object value(int type, int depth) throws IOException {
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
            case 9 -> array(depth + 1);
            case 10, 11 -> need(Long.BYTES).getLong();
            case 12 -> need(Double.BYTES).getDouble();
            default -> throw new IOException("a metadata value of unknown type " + type);
        };
    }

    private List<Object> array(int depth) throws IOException {
        if (depth > DEEPEST_LIST) {
            throw new IOException("lists more than " + DEEPEST_LIST + " deep");
        }
        int type = integer();
        long count = length();
        if (count > (channel.size() - position()) / least(type)) {
            throw new EOFException("ends inside a list");
        }
        if (count > MOST_ELEMENTS - elements) {
            throw new IOException("lists of more than " + MOST_ELEMENTS + " elements");
        }
        elements += (int) count;
        List<Object> values = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            values.add(value(type, depth));
        }
        return values;
    }

    /** Bytes that a value of a type takes at least. */
    private static int least(int type) {
        return switch (type) {
            case 2, 3 -> Short.BYTES;
            case 4, 5, 6 -> Integer.BYTES;
            case 8, 10, 11, 12 -> Long.BYTES;
            case 9 -> LEAST_LIST;
            default -> 1;
        };
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
