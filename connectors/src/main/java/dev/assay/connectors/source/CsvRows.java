package dev.assay.connectors.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of comma-separated values (RFC 4180), which may go over several lines inside quotes. Where they make no row, only the
 * first line is taken as bad, and reading goes on with the line after it: an unclosed quote costs one line, not a file.
 */
final class CsvRows extends RowParser {
    private final ObjectReader reader;
    private final int maxBytes;
    private List<String> header;
    private String headerFault;

    CsvRows(char separator, int maxBytes) {
        this.reader = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the header.
     *
     * @return false where it is not complete yet
     */
    boolean open(LineReader lines, boolean atEnd) throws IOException {
        Line first = lines.next();
        if (first == null) {
            return false;
        }
        if (!first.terminated() && !atEnd) {
            lines.giveBack(List.of(first));
            return false;
        }
        if (first.isTooLong()) {
            headerFault = "the first line of the file, its header, is longer than " + maxBytes + " bytes";
            return true;
        }
        try {
            header = cells(first.bytes());
            boolean usable = header != null && new HashSet<>(header).size() == header.size();
            headerFault = usable ? null : "the first line of the file is no header: columns, each once";
        } catch (IllegalArgumentException notText) {
            headerFault = "the first line of the file, its header, is " + notText.getMessage();
        }
        return true;
    }

    @Override
    Entry parse(Line first, LineReader lines, boolean atEnd) throws IOException {
        if (headerFault != null) {
            return Entry.Bad.of(first, headerFault);
        }
        try {
            List<String> cells = cells(first.bytes());
            return cells == null && quotes(first.bytes()) % 2 == 1
                    ? parseOnward(first, lines, atEnd)
                    : row(first, first.bytes(), cells);
        } catch (IllegalArgumentException notText) {
            return Entry.Bad.of(first, notText.getMessage());
        }
    }

    /** Goes on until the quotes are even. */
    private Entry parseOnward(Line first, LineReader lines, boolean atEnd) throws IOException {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first.bytes());
        var more = new ArrayList<Line>();
        int quotes = quotes(first.bytes());
        while (quotes % 2 == 1) {
            Line line = lines.next();
            if (line == null || !(line.terminated() || atEnd)) {
                return unfinished(first, line, more, lines, atEnd);
            }
            more.add(line);
            joined.write('\n');
            joined.writeBytes(line.bytes());
            quotes += quotes(line.bytes());
            if (line.isTooLong() || joined.size() > maxBytes) {
                lines.giveBack(more);
                return Entry.Bad.of(first, "a quote that is not closed within " + maxBytes + " bytes");
            }
        }
        List<String> cells = cells(joined.toByteArray());
        if (cells == null || cells.size() != header.size()) {
            lines.giveBack(more);
        }
        return row(first, joined.toByteArray(), cells);
    }

    private static Entry unfinished(Line first, Line open, List<Line> more, LineReader lines, boolean atEnd) {
        if (open != null) {
            more.add(open);
        }
        if (!atEnd) {
            more.add(0, first);
        }
        lines.giveBack(more);
        return atEnd ? Entry.Bad.of(first, "a quote that is not closed before the end of the file") : null;
    }

    private Entry row(Line first, byte[] bytes, List<String> cells) {
        if (cells == null) {
            return Entry.Bad.of(first, "not comma-separated values: a quote out of place");
        }
        if (cells.size() != header.size()) {
            return Entry.Bad.of(first, cells.size() + " columns, and the header has " + header.size());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = cells.get(i);
            fields.put(header.get(i), cell.isEmpty() ? null : cell);
        }
        return new Entry.Row(first.number(), bytes, fields);
    }

    /** The cells of one row, or null where this is not one row. */
    private List<String> cells(byte[] bytes) throws IOException {
        try (MappingIterator<List<String>> rows = reader.readValues(text(bytes))) {
            List<String> row = rows.hasNextValue() ? rows.nextValue() : null;
            return row == null || rows.hasNextValue() ? null : row;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static int quotes(byte[] bytes) {
        int quotes = 0;
        for (byte b : bytes) {
            quotes += b == '"' ? 1 : 0;
        }
        return quotes;
    }
}
