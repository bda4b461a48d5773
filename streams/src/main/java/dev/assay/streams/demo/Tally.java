package dev.assay.streams.demo;

import dev.assay.schemas.Answer;
import dev.assay.schemas.Decision;
import dev.assay.schemas.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts of a demonstration, and what they come to. */
final class Tally {
    private final Map<String, Integer> decisions = new TreeMap<>();
    private final Map<String, int[]> byLabel = new TreeMap<>(); // label → {flagged, decided}
    private final List<Long> latencies = new ArrayList<>(); // nanoseconds
    private final Set<String> ids = new HashSet<>();
    private long tokens;
    private int verdicts;
    private int deadLetters;
    private int repeated;

    void verdict(SampleEntry entry, Verdict verdict, long latency) {
        seen(entry, latency);
        verdicts++;
        tokens += verdict.getText().getScoredTokens();
        Answer answer = verdict.getQuestions().get("MACHINE");
        boolean decided = answer.getDecision() != Decision.ABSTAINED;
        decisions.merge(answer.getDecision() + (decided ? "" : " " + answer.getReason()), 1, Integer::sum);
        if (decided && entry.label() != null) {
            int[] counts = byLabel.computeIfAbsent(entry.label(), label -> new int[2]);
            counts[0] += answer.getDecision() == Decision.FLAGGED ? 1 : 0;
            counts[1]++;
        }
    }

    void deadLetter(SampleEntry entry, long latency) {
        seen(entry, latency);
        deadLetters++;
    }

    private void seen(SampleEntry entry, long latency) {
        repeated += ids.add(entry.id()) ? 0 : 1;
        latencies.add(latency);
    }

    int answered() {
        return ids.size();
    }

    /** Whether every record was answered exactly once. */
    boolean balances(int sent, long tombstones) {
        return repeated == 0 && sent == verdicts + deadLetters + tombstones;
    }

    /** The balance in words. */
    String balance(int sent, long tombstones) {
        return sent + " records in, " + verdicts + " verdicts + " + deadLetters + " dead letters + " + tombstones
                + " tombstones out, " + repeated + " repeated";
    }

    List<String> summary(double targetRate, long nanos) {
        double seconds = nanos / 1e9;
        return List.of(
                "decisions     " + decisions,
                "known labels  " + flagged("machine") + "; " + flagged("human")
                        + String.format(Locale.ROOT, " (target rate %.3g %%)", 100 * targetRate),
                String.format(
                        Locale.ROOT, "speed         %.1f texts/s, %.0f tokens/s", verdicts / seconds, tokens / seconds),
                String.format(
                        Locale.ROOT,
                        "latency       median %.2f s, 90 %% %.2f s, longest %.2f s, from sending to the committed result",
                        quantile(0.5),
                        quantile(0.9),
                        quantile(1)));
    }

    private String flagged(String label) {
        int[] counts = byLabel.getOrDefault(label, new int[2]);
        return "flagged " + counts[0] + " of " + counts[1] + " " + label + " texts decided";
    }

    /** Seconds. */
    private double quantile(double q) {
        if (latencies.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(latencies);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(q * (sorted.size() - 1))) / 1e9;
    }
}
