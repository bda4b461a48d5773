package dev.assay.detectors.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each row counts: a cell's mass is its number of rows to the power ¾, so that no large collection drowns the others. */
final class Masses {
    private Masses() {}

    static double[] of(List<? extends Example> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.cell(), 1, Integer::sum));
        return rows.stream()
                .mapToDouble(row -> 1 / Math.sqrt(Math.sqrt(counts.get(row.cell()))))
                .toArray();
    }
}
