package dev.assay.connectors.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Splits a stream into lines, counts bytes and lines, and takes lines back. It holds no more of a line than it may have. */
final class LineReader implements Closeable {
    private static final int KEPT_OF_TOO_LONG = 1024;

    private final InputStream in;
    private final int maxBytes;
    private final boolean whole;
    private final Deque<Line> returned = new ArrayDeque<>();
    private long position;
    private long lines;

    /**
     * @param in buffered, and at that position
     * @param position bytes before it
     * @param lines line breaks before it
     * @param maxBytes longest line
     * @param whole whether all there is counts as one line
     */
    LineReader(InputStream in, long position, long lines, int maxBytes, boolean whole) {
        this.in = in;
        this.position = position;
        this.lines = lines;
        this.maxBytes = maxBytes;
        this.whole = whole;
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        int b = in.read();
        return b < 0 ? null : read(b);
    }

    /** Gives lines back, to be read again in the same order. */
    void giveBack(List<Line> again) {
        for (int i = again.size() - 1; i >= 0; i--) {
            returned.push(again.get(i));
        }
    }

    /** Bytes before the line that comes next. */
    long position() {
        return returned.isEmpty() ? position : returned.peek().start();
    }

    /** Lines before the one that comes next. */
    long lines() {
        return returned.isEmpty() ? lines : returned.peek().number() - 1;
    }

    private Line read(int first) throws IOException {
        var bytes = new ByteArrayOutputStream();
        MessageDigest digest = null;
        long length = 0;
        int b = first;
        for (; b >= 0 && (whole || b != '\n'); b = in.read()) {
            if (length++ == maxBytes) {
                digest = sha256();
                digest.update(bytes.toByteArray());
            }
            if (digest == null) {
                bytes.write(b);
            } else {
                digest.update((byte) b);
            }
        }
        Line line = line(bytes.toByteArray(), length, digest, b >= 0);
        position += length + (b < 0 ? 0 : 1);
        return line.unmarked();
    }

    private Line line(byte[] bytes, long length, MessageDigest digest, boolean terminated) {
        lines++;
        if (digest == null) {
            return new Line(lines, position, withoutReturn(bytes, terminated), length, null, terminated);
        }
        byte[] kept = Arrays.copyOf(bytes, Math.min(bytes.length, KEPT_OF_TOO_LONG));
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new Line(lines, position, kept, length, sha256, terminated);
    }

    private static byte[] withoutReturn(byte[] bytes, boolean terminated) {
        boolean windows = terminated && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return windows ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
