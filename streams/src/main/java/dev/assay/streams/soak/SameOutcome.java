package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An odd record comes to what its kind comes to in a run without faults, a verdict or a dead letter; and a verdict names its event. */
public final class SameOutcome implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        List<String> breaches = new ArrayList<>();
        Map<String, Set<String>> usual = outcomes(calm);
        usual.forEach((kind, outcomes) -> {
            if (outcomes.size() > 1) {
                breaches.add(kind + " comes to both verdicts and dead letters, without any fault");
            }
        });
        outcomes(run).forEach((kind, outcomes) -> {
            if (usual.containsKey(kind) && !usual.get(kind).containsAll(outcomes)) {
                breaches.add(kind + " comes to another outcome than in the calm run: " + outcomes);
            }
        });
        Map<String, Evidence.Input> inputs = run.byName();
        for (Evidence.Judged verdict : run.verdicts()) {
            Evidence.Input input = inputs.get(verdict.name());
            if (input == null) {
                breaches.add("verdict of " + verdict.name() + ", which never went in");
            } else if (!input.eventId().equals(verdict.eventId())) {
                breaches.add("verdict of " + input.eventId() + " names event " + verdict.eventId());
            }
        }
        return breaches;
    }

    private static Map<String, Set<String>> outcomes(Evidence run) {
        Map<String, Evidence.Input> inputs = run.byName();
        Map<String, Set<String>> outcomes = new HashMap<>();
        run.verdicts().forEach(verdict -> add(inputs.get(verdict.name()), "verdict", outcomes));
        run.deadLetters().forEach(letter -> add(inputs.get(letter.name()), "dead letter", outcomes));
        return outcomes;
    }

    private static void add(Evidence.Input input, String outcome, Map<String, Set<String>> outcomes) {
        if (input != null) {
            input.kind()
                    .ifPresent(kind -> outcomes.computeIfAbsent(kind, first -> new HashSet<>())
                            .add(outcome));
        }
    }
}
