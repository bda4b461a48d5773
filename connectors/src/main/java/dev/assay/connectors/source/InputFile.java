package dev.assay.connectors.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file that is being read, from where it was left. */
final class InputFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(InputFile.class);
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel channel;
    private final String name;
    private final FileRules rules;
    private final long size;
    private FileOffset from;
    private byte[] head = {};
    private int hashedBytes = -1;
    private String hash;
    private LineReader lines;
    private RowParser rows;
    private long damagedAt = -1;

    /**
     * @param channel the file, open from now until this is closed
     * @param name its path below the folder
     * @param from where to go on
     */
    InputFile(SeekableByteChannel channel, String name, FileOffset from, FileRules rules) throws IOException {
        this.channel = channel;
        this.name = name;
        this.from = from;
        this.rules = rules;
        this.size = channel.size();
    }

    String name() {
        return name;
    }

    /** Its size when it was opened, bytes. */
    long size() {
        return size;
    }

    /** Bytes read, of the text inside where it is compressed. */
    long position() {
        return lines == null ? from.position() : lines.position();
    }

    /** How far it is read. */
    FileOffset offset() {
        if (lines == null) {
            return new FileOffset(from.position(), from.lines(), from.head(), damagedAt);
        }
        int known = (int) Math.min(lines.position(), head.length);
        if (known != hashedBytes) {
            hash = FileOffset.head(head, known);
            hashedBytes = known;
        }
        return new FileOffset(lines.position(), lines.lines(), hash, damagedAt);
    }

    /** The next entry, or null where nothing complete is left for now. */
    Entry next() throws IOException {
        if (damagedAt >= 0 || from.damagedAt() == size) {
            return null;
        }
        try {
            return (lines != null || open()) ? read() : null;
        } catch (EOFException | ZipException damaged) {
            if (rules.tail() && damaged instanceof EOFException) {
                return null; // perhaps it is still being written
            }
            damagedAt = size;
            String cause = damaged instanceof Unpacked.OutOfProportionException
                    ? damaged.getMessage()
                    : "the compressed file is damaged from here on";
            return new Entry.Bad(offset().lines() + 1, cause, new byte[0], 0, null);
        }
    }

    private Entry read() throws IOException {
        boolean atEnd = rules.endsForGood(name);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.terminated() && !atEnd) {
                lines.giveBack(List.of(line));
                return null;
            }
            if (line.isTooLong()) {
                return Entry.Bad.of(line, "longer than " + rules.maxBytes() + " bytes");
            }
            if (!line.isBlank()) {
                return rows.parse(line, lines, atEnd);
            }
        }
        return null;
    }

    /** Begins to read; false where its header is not complete yet. */
    private boolean open() throws IOException {
        try (InputStream in = stream()) {
            head = in.readNBytes(FileOffset.HEAD_BYTES);
        }
        boolean shorter = !Layout.isCompressed(name) && size < from.position();
        if (shorter || !from.continues(head)) {
            LOG.warn("{} is another file than the one that was read under this name; reading all of it", name);
            from = FileOffset.START;
        }
        rows = rows();
        boolean begun = from.position() > 0;
        if (begun && rows instanceof CsvRows csv) {
            try (LineReader beginning = reader(stream(), FileOffset.START)) {
                csv.open(beginning, true);
            }
        }
        InputStream rest = stream();
        rest.skipNBytes(from.position());
        lines = reader(rest, from);
        return begun || !(rows instanceof CsvRows csv) || csv.open(lines, rules.endsForGood(name));
    }

    private RowParser rows() {
        return switch (rules.layoutOf(name)) {
            case JSONL -> RowParser.json();
            case TEXT -> RowParser.text();
            case CSV -> new CsvRows(rules.separator(), rules.maxBytes());
        };
    }

    private LineReader reader(InputStream in, FileOffset at) {
        return new LineReader(in, at.position(), at.lines(), rules.maxBytes(), rules.isWhole(name));
    }

    /** The file's text from its beginning; closing it leaves the file open. */
    private InputStream stream() throws IOException {
        InputStream raw = new FilterInputStream(Channels.newInputStream(channel.position(0))) {
            @Override
            public void close() {}
        };
        return new BufferedInputStream(
                Layout.isCompressed(name) ? new Unpacked(new GZIPInputStream(raw, BUFFER), channel) : raw, BUFFER);
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        channel.close();
    }
}
