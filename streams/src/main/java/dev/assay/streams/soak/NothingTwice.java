package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No event has two verdicts, no record two dead letters. */
public final class NothingTwice implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        List<String> breaches = new ArrayList<>();
        Set<String> judged = new HashSet<>();
        for (Evidence.Judged verdict : run.verdicts()) {
            if (!judged.add(verdict.eventId())) {
                breaches.add("event " + verdict.eventId() + " has another verdict");
            }
        }
        Set<String> buried = new HashSet<>();
        for (String position : run.deadLetters()) {
            if (!buried.add(position)) {
                breaches.add("record " + position + " has another dead letter");
            }
        }
        return breaches;
    }
}
