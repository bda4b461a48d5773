package dev.assay.detectors.learn;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The runs of tokens worth a weight: those that several sources and rows hold. A run of one source says what that source is about,
 * not who writes.
 */
final class Vocabulary {
    private static final int SOURCES = 3;
    private static final int ROWS = 10;

    private final byte[] sources = new byte[Ngrams.KEYS];
    private final byte[] rows = new byte[Ngrams.KEYS];
    private final short[] last = new short[Ngrams.KEYS];
    private int seen;

    private Vocabulary() {}

    /** Keys of the runs that are kept, ascending. */
    static int[] of(List<LexicalFitting.Row> rows) {
        var bySource = rows.stream()
                .collect(Collectors.groupingBy(LexicalFitting.Row::source, TreeMap::new, Collectors.toList()));
        Vocabulary vocabulary = new Vocabulary();
        bySource.values().forEach(vocabulary::count);
        return vocabulary.kept();
    }

    private void count(List<LexicalFitting.Row> ofOneSource) {
        seen++;
        for (LexicalFitting.Row row : ofOneSource) {
            for (int key : Ngrams.of(row.ids())) {
                rows[key] = (byte) Math.min(ROWS, rows[key] + 1);
                if (last[key] != (short) seen) {
                    last[key] = (short) seen;
                    sources[key] = (byte) Math.min(SOURCES, sources[key] + 1);
                }
            }
        }
    }

    private int[] kept() {
        int needed = Math.min(SOURCES, seen);
        return IntStream.range(0, Ngrams.KEYS)
                .filter(key -> sources[key] >= needed && rows[key] >= ROWS)
                .toArray();
    }
}
