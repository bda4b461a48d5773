package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No record has two outcomes, be they verdicts or dead letters. */
public final class NothingTwice implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        List<String> breaches = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        run.verdicts().forEach(verdict -> add(verdict.name(), "verdict", first, breaches));
        run.deadLetters().forEach(letter -> add(letter.name(), "dead letter", first, breaches));
        return breaches;
    }

    private static void add(String name, String outcome, Map<String, String> first, List<String> breaches) {
        String before = first.putIfAbsent(name, outcome);
        if (before != null) {
            breaches.add("record " + name + " has a " + outcome + " after a " + before);
        }
    }
}
