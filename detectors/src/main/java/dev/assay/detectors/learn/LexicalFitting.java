package dev.assay.detectors.learn;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link LexicalModel}: logistic regression on the runs of tokens that at least three sources (all, where there are fewer) and
 * ten rows hold. Both classes get the same mass in all, whatever the rows' own say, so that a score of 0 leans to neither. One thread;
 * the same rows in the same order and the same seed give the same bytes on any JVM.
 */
public final class LexicalFitting {
    /** A row counts as at most so many average ones, so that no text is learnt by heart. */
    private static final double HEAVIEST = 20;

    private LexicalFitting() {}

    /**
     * One text to learn from.
     *
     * @param ids its tokens, by the bundle that the model is for
     * @param machine whether a machine wrote it
     * @param source the collection it is from
     * @param weight its mass, finite, at least 0
     */
    @SuppressWarnings("ArrayRecordComponent") // read only here, and too many to copy
    public record Row(int[] ids, boolean machine, String source, double weight) {
        /** Checks the mass. */
        public Row {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a mass must be finite and at least 0: " + weight);
            }
        }
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException where a class has no mass, or no run of tokens is in enough sources and rows
     */
    public static LexicalModel fit(List<Row> rows, long seed) {
        double[] masses = masses(rows);
        int[] keys = Vocabulary.of(rows);
        if (keys.length == 0) {
            throw new IllegalArgumentException("too few texts: no run of tokens is in enough of them");
        }
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).machine();
        }
        LogisticRegression fitted = LogisticRegression.fit(features(rows, keys), labels, masses, keys.length, seed);
        return LexicalModel.of(keys, fitted.weights(), fitted.bias());
    }

    private static double[] masses(List<Row> rows) {
        double human = total(rows, false);
        double machine = total(rows, true);
        if (!(human > 0 && machine > 0)) {
            throw new IllegalArgumentException("texts of humans and of machines are needed, each with a mass above 0");
        }
        return rows.stream()
                .mapToDouble(row -> row.weight() / (row.machine() ? machine : human) * rows.size() / 2)
                .map(mass -> Math.min(HEAVIEST, mass))
                .toArray();
    }

    private static double total(List<Row> rows, boolean machine) {
        double total = 0;
        for (Row row : rows) {
            total += row.machine() == machine ? row.weight() : 0;
        }
        return total;
    }

    private static int[][] features(List<Row> rows, int[] keys) {
        int[] places = new int[Ngrams.KEYS];
        Arrays.fill(places, -1);
        for (int i = 0; i < keys.length; i++) {
            places[keys[i]] = i;
        }
        return rows.stream()
                .map(row -> Arrays.stream(Ngrams.of(row.ids()))
                        .map(key -> places[key])
                        .filter(place -> place >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }
}
