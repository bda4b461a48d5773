package dev.assay.connectors.source;

import dev.assay.fuzz.FuzzBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any file of CSV, JSON lines or text: every line is in one entry. */
public final class RowsFuzz {
    private static final int MOST_BYTES = 1 << 12;

    private RowsFuzz() {}

    /** A byte that chooses the layout, and the file. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FuzzBudget.spend(IOException.class, () -> read(input[0] & 3, input));
    }

    private static void read(int layout, byte[] input) throws IOException {
        ByteArrayInputStream file = new ByteArrayInputStream(input, 1, input.length - 1);
        try (LineReader lines = new LineReader(file, 0, 0, MOST_BYTES, false)) {
            RowParser parser = parser(layout, lines);
            long before = lines.lines();
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isTooLong() && !line.isBlank()) {
                    require(parser.parse(line, lines, true).line() == line.number());
                }
                require(lines.lines() > before);
                before = lines.lines();
            }
        }
    }

    private static RowParser parser(int layout, LineReader lines) throws IOException {
        if (layout == 0) {
            return RowParser.json();
        }
        if (layout == 1) {
            return RowParser.text();
        }
        CsvRows csv = new CsvRows(layout == 2 ? ',' : '\t', MOST_BYTES);
        csv.open(lines, true);
        return csv;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("a line was lost or came twice");
        }
    }
}
