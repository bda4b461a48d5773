package dev.assay.connectors.source;

import java.util.Locale;

/** What a file holds. */
enum Layout {
    JSONL,
    CSV,
    TEXT;

    private static final String GZIP = ".gz";

    static boolean isCompressed(String file) {
        return file.endsWith(GZIP);
    }

    /** By the end of its name: .csv, .txt, anything else is JSON lines; .gz after it does not count. */
    static Layout of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        String plain = isCompressed(name) ? name.substring(0, name.length() - GZIP.length()) : name;
        if (plain.endsWith(".csv")) {
            return CSV;
        }
        return plain.endsWith(".txt") ? TEXT : JSONL;
    }
}
