package dev.assay.streams.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run of the bench found: figures by name, and the tables behind them. */
public final class Findings {
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    private final List<Table> tables = new ArrayList<>();

    /** Every figure that was asked for, in order; NaN where it could not be measured here. */
    public Map<Figure, Double> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** The tables, in order of measurement. */
    public List<Table> tables() {
        return Collections.unmodifiableList(tables);
    }

    void put(Figure figure, double value) {
        figures.put(figure, value);
    }

    void add(Table table) {
        tables.add(table);
    }
}
