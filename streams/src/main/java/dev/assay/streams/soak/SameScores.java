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
                breaches.add("event " + verdict.eventId() + " has other scores than its text had, without any fault");
            }
        }
        for (Evidence.Judged verdict : run.verdicts()) {
            if (verdict.scoreBits().isEmpty()) {
                breaches.add("event " + verdict.eventId() + " has no scores");
            } else if (!verdict.scoreBits().equals(scores.get(verdict.textSha256()))) {
                breaches.add("event " + verdict.eventId() + " has other scores than in the calm run");
            }
        }
        return breaches;
    }
}
