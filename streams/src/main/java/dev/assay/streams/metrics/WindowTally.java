package dev.assay.streams.metrics;

import dev.assay.schemas.Dimension;
import dev.assay.schemas.Metrics;
import dev.assay.streams.metrics.Measurement.Judgement;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that one window has to say: for each question one record of everything, and one for each value of each dimension.
 *
 * <p>Of a dimension whose values come from outside only the {@value #MOST_VALUES} most frequent have a record of their own, so that nobody
 * can flood the topic with made-up domains; the rest is counted as {@code other}.
 */
final class WindowTally {
    static final int MOST_VALUES = 100;

    private static final Map<Dimension, BiFunction<Measurement, Judgement, String>> VALUES = values();

    private final long start;
    private final long end;
    private final List<Measurement> measurements;
    private final Map<Dimension, Set<String>> named = new EnumMap<>(Dimension.class);
    private final Map<Cell, Tally> cells = new TreeMap<>();

    private record Cell(String question, Dimension dimension, String value) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::question)
                .thenComparing(Cell::dimension)
                .thenComparing(Cell::value);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Counts at once.
     *
     * @param start first millisecond of the window
     * @param end first millisecond after it
     */
    WindowTally(long start, long end, List<Measurement> measurements) {
        this.start = start;
        this.end = end;
        this.measurements = measurements;
        named.put(Dimension.DOMAIN, mostFrequent(Measurement::domain));
        named.put(Dimension.LANGUAGE, mostFrequent(Measurement::language));
        named.put(Dimension.MODEL, mostFrequent(Measurement::model));
        measurements.forEach(this::count);
    }

    private static Map<Dimension, BiFunction<Measurement, Judgement, String>> values() {
        Map<Dimension, BiFunction<Measurement, Judgement, String>> values = new EnumMap<>(Dimension.class);
        values.put(Dimension.ALL, (text, judgement) -> "all");
        values.put(Dimension.DOMAIN, (text, judgement) -> text.domain());
        values.put(Dimension.LANGUAGE, (text, judgement) -> text.language());
        values.put(Dimension.MODEL, (text, judgement) -> text.model());
        values.put(Dimension.DECISION, (text, judgement) -> judgement.decision());
        values.put(Dimension.REASON, (text, judgement) -> judgement.reason());
        return values;
    }

    private Set<String> mostFrequent(Function<Measurement, String> value) {
        Map<String, Long> counts =
                measurements.stream().collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void count(Measurement text) {
        for (Judgement judgement : text.judgements()) {
            VALUES.forEach((dimension, value) -> cells.computeIfAbsent(
                            cell(judgement, dimension, value.apply(text, judgement)), cell -> new Tally())
                    .add(text, judgement));
        }
    }

    private Cell cell(Judgement judgement, Dimension dimension, String value) {
        boolean hasRecord =
                !named.containsKey(dimension) || named.get(dimension).contains(value);
        return new Cell(judgement.question(), dimension, hasRecord ? value : Measurement.OTHER);
    }

    /** In the order of question, dimension and value. */
    List<Metrics> records() {
        return cells.entrySet().stream()
                .map(entry -> {
                    Metrics metrics = entry.getValue().metrics();
                    metrics.setWindowStart(Instant.ofEpochMilli(start));
                    metrics.setWindowEnd(Instant.ofEpochMilli(end));
                    metrics.setQuestion(entry.getKey().question());
                    metrics.setDimension(entry.getKey().dimension());
                    metrics.setValue(entry.getKey().value());
                    return metrics;
                })
                .toList();
    }
}
