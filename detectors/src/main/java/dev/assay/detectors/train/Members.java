package dev.assay.detectors.train;

import dev.assay.detectors.learn.LexicalFitting;
import dev.assay.detectors.learn.LexicalModel;
import dev.assay.detectors.learn.ProbeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The two learned members of {@code assay-1}, fitted to the same rows.
 *
 * @param probe direction in the states
 * @param lexical weights of word sequences
 */
record Members(ProbeModel probe, LexicalModel lexical) {
    /** Fits to examples of both labels: the probe to {@code rows}, the lexical model to these and {@code words}. */
    static Members fit(List<TrainingRow> rows, List<WordRow> words, List<Integer> layers, TrainingSettings settings) {
        LinearDiscriminant discriminant = new LinearDiscriminant(rows.get(0).state().length, settings.ridge());
        return new Members(
                new ProbeModel(layers, discriminant.fit(rows, Masses.of(rows))), lexical(rows, words, settings.seed()));
    }

    private static LexicalModel lexical(List<TrainingRow> rows, List<WordRow> words, long seed) {
        List<WordRow> all = new ArrayList<>(words);
        rows.forEach(row -> all.add(row.words()));
        double[] mass = Masses.of(all);
        List<LexicalFitting.Row> weighted = new ArrayList<>();
        for (int i = 0; i < mass.length; i++) {
            WordRow row = all.get(i);
            weighted.add(new LexicalFitting.Row(
                    row.ids(), row.isMachine(), String.valueOf(row.origin().source()), mass[i]));
        }
        return LexicalFitting.fit(weighted, seed);
    }

    double probe(TrainingRow row) {
        double sum = 0;
        for (int i = 0; i < row.state().length; i++) {
            sum += probe.weights()[i] * row.state()[i];
        }
        return sum;
    }

    OptionalDouble lexical(TrainingRow row) {
        return lexical.score(row.ids());
    }
}
