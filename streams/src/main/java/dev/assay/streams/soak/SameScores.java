package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each text's scores are those of a run without faults, bit for bit. */
public final class SameScores implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        List<String> breaches = new ArrayList<>();
        Map<String, String> scores = new HashMap<>();
        for (Evidence.Judged verdict : calm.verdicts()) {
            String before = scores.putIfAbsent(verdict.textSha256(), verdict.scoreBits());
            if (before != null && !before.equals(verdict.scoreBits())) {
                breaches.add("record " + verdict.name() + " has other scores than its text had, without any fault");
            }
        }
        Map<String, Evidence.Input> inputs = run.byName();
        for (Evidence.Judged verdict : run.verdicts()) {
            Evidence.Input input = inputs.get(verdict.name());
            boolean isOdd = input != null && input.kind().isPresent();
            if (verdict.scoreBits().isEmpty() && !isOdd) {
                breaches.add("record " + verdict.name() + " has no scores");
            } else if (!verdict.scoreBits().equals(scores.get(verdict.textSha256()))) {
                breaches.add("record " + verdict.name() + " has other scores than in the calm run");
            }
        }
        return breaches;
    }
}
