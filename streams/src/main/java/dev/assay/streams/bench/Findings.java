package dev.assay.streams.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run of the bench found: figures by name, and the tables behind them. */
public final class Findings {
    private static final String ALONE = "";

    private final Map<Figure, Map<String, Double>> figures = new EnumMap<>(Figure.class);
    private final List<Table> tables = new ArrayList<>();

    /**
     * A figure with what it came to.
     *
     * @param figure what was measured
     * @param key its key in JSON; that of one figure among several of a kind goes on with what it is of
     * @param value NaN where it could not be measured here
     */
    public record Found(Figure figure, String key, double value) {}

    /** Every figure that was asked for, in order. */
    public List<Found> figures() {
        List<Found> found = new ArrayList<>();
        figures.forEach((figure, values) ->
                values.forEach((of, value) -> found.add(new Found(figure, key(figure, of), value))));
        return found;
    }

    private static String key(Figure figure, String of) {
        return of.equals(ALONE) ? figure.key() : figure.key() + "." + of;
    }

    /** The tables, in order of measurement. */
    public List<Table> tables() {
        return Collections.unmodifiableList(tables);
    }

    /** What a figure came to so far. */
    double value(Figure figure) {
        return figures.get(figure).get(ALONE);
    }

    void put(Figure figure, double value) {
        put(figure, ALONE, value);
    }

    /** One of several of a kind, such as the same at another precision. */
    void put(Figure figure, String of, double value) {
        Map<String, Double> values = figures.computeIfAbsent(figure, unused -> new LinkedHashMap<>());
        if (Double.isNaN(values.getOrDefault(ALONE, 0.0))) {
            values.remove(ALONE); // nothing was measured that stands for all of them
        }
        values.put(of, value);
    }

    void add(Table table) {
        tables.add(table);
    }
}
