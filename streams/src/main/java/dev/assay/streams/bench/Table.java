package dev.assay.streams.bench;

import java.util.List;

/**
 * Measurements that are more than one number.
 *
 * @param title what they are of
 * @param note how they were measured, in whole sentences
 * @param headings names of the columns
 * @param rows cells, as many in a row as there are headings
 */
public record Table(String title, String note, List<String> headings, List<List<String>> rows) {
    /** Copies the lists. */
    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
