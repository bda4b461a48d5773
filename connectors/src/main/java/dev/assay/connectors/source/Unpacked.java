package dev.assay.connectors.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipException;

/** The text of a compressed file, as far as it is in proportion to the file: a small one may hold terabytes of one letter. */
final class Unpacked extends FilterInputStream {
    static final long FREE = 64L << 20; // bytes
    static final int MOST = 200; // times; lines that differ in a number only come to 50

    private final SeekableByteChannel packed;
    private long bytes;

    /** Where the file holds more than it may. */
    static final class OutOfProportionException extends ZipException {
        private static final long serialVersionUID = 1L;

        OutOfProportionException() {
            super("the compressed file holds more than " + MOST + " times its size");
        }
    }

    /**
     * @param text what comes out
     * @param packed what it comes from
     */
    Unpacked(InputStream text, SeekableByteChannel packed) {
        super(text);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        count(skipped);
        return skipped;
    }

    private void count(long more) throws IOException {
        bytes += more;
        if (bytes > FREE && bytes / MOST > packed.position()) {
            throw new OutOfProportionException();
        }
    }
}
