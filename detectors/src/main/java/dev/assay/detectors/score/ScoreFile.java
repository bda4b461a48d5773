package dev.assay.detectors.score;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Token scores by key in a file that only grows: a line that names the format, then entries of key, length, checksum and content. */
final class ScoreFile implements Closeable {
    private static final byte[] FORMAT = "assay-scores 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32; // bytes of a SHA-256
    private static final int HEAD = KEY + 2 * Integer.BYTES;

    private final FileChannel channel;
    private final Map<String, Entry> entries = new HashMap<>();
    private long end;

    /** Where the content of an entry lies. */
    private record Entry(long offset, int length, int checksum) {}

    private ScoreFile(FileChannel channel) {
        this.channel = channel;
    }

    static ScoreFile open(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ScoreFile file = new ScoreFile(channel);
        try {
            file.readEntries(path);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return file;
    }

    private void readEntries(Path path) throws IOException {
        if (channel.size() == 0) {
            write(ByteBuffer.wrap(FORMAT));
            return;
        }
        // closing the stream would close the channel
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        if (!Arrays.equals(in.readNBytes(FORMAT.length), FORMAT)) {
            throw new IOException(path + " is no file of scores: name another, or remove it");
        }
        end = FORMAT.length;
        try {
            while (true) {
                readEntry(in);
            }
        } catch (EOFException e) {
            channel.truncate(end); // the rest was cut short
        }
    }

    private void readEntry(DataInputStream in) throws IOException {
        byte[] key = new byte[KEY];
        in.readFully(key);
        int length = in.readInt();
        int checksum = in.readInt();
        in.skipNBytes(length);
        entries.put(HexFormat.of().formatHex(key), new Entry(end + HEAD, length, checksum));
        end += HEAD + length;
    }

    synchronized int size() {
        return entries.size();
    }

    Optional<TokenScores> get(String key) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.get(key);
        }
        if (entry == null) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.allocate(entry.length);
        while (content.hasRemaining()) {
            if (channel.read(content, entry.offset + content.position()) < 0) {
                return Optional.empty();
            }
        }
        return checksum(content.array()) == entry.checksum
                ? Optional.of(ScoreCodec.read(content.flip()))
                : Optional.empty();
    }

    synchronized void put(String key, TokenScores scores) throws IOException {
        byte[] content = ScoreCodec.write(scores);
        int checksum = checksum(content);
        ByteBuffer entry = ByteBuffer.allocate(HEAD + content.length)
                .put(HexFormat.of().parseHex(key))
                .putInt(content.length)
                .putInt(checksum)
                .put(content)
                .flip();
        long offset = end + HEAD;
        write(entry);
        entries.put(key, new Entry(offset, content.length, checksum));
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        end += length;
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
