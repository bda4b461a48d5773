package dev.assay.connectors.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file that is being read, from where it was left. */
final class InputFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(InputFile.class);
    private static final int BUFFER = 1 << 16;

    private final Path path;
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
     * @param path the file
     * @param name its path below the folder
     * @param from where to go on
     * @throws IOException where there is no such file
     */
    InputFile(Path path, String name, FileOffset from, FileRules rules) throws IOException {
        this.path = path;
        this.name = name;
        this.from = from;
        this.rules = rules;
        this.size = Files.size(path);
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
            String cause = "the compressed file is damaged from here on";
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

    /** Opens it; false where its header is not complete yet. */
    private boolean open() throws IOException {
        InputStream in = stream();
        try {
            head = in.readNBytes(FileOffset.HEAD_BYTES);
            boolean shorter = !Layout.isCompressed(name) && size < from.position();
            if (shorter || !from.continues(head)) {
                LOG.warn("{} is another file than the one that was read under this name; reading all of it", name);
                from = FileOffset.START;
            }
            lines = reader(at(in, from.position()), from);
            return openRows();
        } finally {
            if (lines == null) {
                in.close();
            }
        }
    }

    private boolean openRows() throws IOException {
        rows = switch (rules.layoutOf(name)) {
            case JSONL -> RowParser.json();
            case TEXT -> RowParser.text();
            case CSV -> new CsvRows(rules.separator(), rules.maxBytes());
        };
        if (!(rows instanceof CsvRows csv)) {
            return true;
        }
        if (from.position() == 0) {
            return csv.open(lines, rules.endsForGood(name));
        }
        try (LineReader beginning = reader(stream(), FileOffset.START)) {
            return csv.open(beginning, true);
        }
    }

    private LineReader reader(InputStream in, FileOffset at) {
        return new LineReader(in, at.position(), at.lines(), rules.maxBytes(), rules.isWhole(name));
    }

    private InputStream stream() throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            return new BufferedInputStream(Layout.isCompressed(name) ? new GZIPInputStream(raw, BUFFER) : raw, BUFFER);
        } catch (IOException notCompressed) {
            raw.close();
            throw notCompressed;
        }
    }

    /** What follows a position in a stream of which the head has been read. */
    private InputStream at(InputStream in, long position) throws IOException {
        if (position >= head.length) {
            in.skipNBytes(position - head.length);
            return in;
        }
        int start = (int) position;
        var rest = new ByteArrayInputStream(head, start, head.length - start);
        return new BufferedInputStream(new SequenceInputStream(rest, in), BUFFER);
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
