package dev.assay.detectors.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores in falling order, sorted once, over which any weighting of the documents is one walk. Texts without a score are left out.
 */
final class RankedScores {
    private final boolean[] machine; // (texts)
    private final boolean[] endsTie; // (texts) the next score is lower
    private final int[] document; // (texts) index into the weights
    private final int documents;

    private RankedScores(List<ScoredLabel> sorted) {
        int n = sorted.size();
        machine = new boolean[n];
        endsTie = new boolean[n];
        document = new int[n];
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < n; i++) {
            ScoredLabel text = sorted.get(i);
            machine[i] = text.isMachine();
            endsTie[i] = i == n - 1
                    || sorted.get(i + 1).score().getAsDouble() < text.score().getAsDouble();
            document[i] = indices.computeIfAbsent(text.document().sha256(), key -> indices.size());
        }
        documents = indices.size();
    }

    static RankedScores of(List<ScoredLabel> texts) {
        Comparator<ScoredLabel> byScore =
                Comparator.comparingDouble(text -> text.score().getAsDouble());
        // equal scores are ordered by document, so that the order of the input changes no resample
        return new RankedScores(texts.stream()
                .filter(text -> text.score().isPresent())
                .sorted(byScore.reversed().thenComparing(text -> text.document().sha256()))
                .toList());
    }

    int documents() {
        return documents;
    }

    int[] evenWeights() {
        int[] weights = new int[documents];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** The receiver operating characteristic with each document counted {@code weights} times (documents). */
    Roc roc(int[] weights) {
        Roc roc = new Roc(total(weights, false), total(weights, true));
        walk(weights, roc::advance);
        return roc;
    }

    /** One score on the way down. */
    interface Step {
        void take(int humans, int machines);
    }

    /** From the highest score to the lowest, one step a group of ties. */
    void walk(int[] weights, Step step) {
        int humans = 0;
        int machines = 0;
        for (int i = 0; i < machine.length; i++) {
            int weight = weights[document[i]];
            humans += machine[i] ? 0 : weight;
            machines += machine[i] ? weight : 0;
            if (endsTie[i]) {
                step.take(humans, machines);
                humans = 0;
                machines = 0;
            }
        }
    }

    private long total(int[] weights, boolean ofMachines) {
        long total = 0;
        for (int i = 0; i < machine.length; i++) {
            total += machine[i] == ofMachines ? weights[document[i]] : 0;
        }
        return total;
    }
}
