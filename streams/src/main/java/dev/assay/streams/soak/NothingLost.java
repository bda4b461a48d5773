package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every event has a verdict, and every record that holds none a dead letter. */
public final class NothingLost implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        List<String> breaches = new ArrayList<>();
        Set<String> judged = new HashSet<>();
        run.verdicts().forEach(verdict -> judged.add(verdict.eventId()));
        run.events().stream()
                .filter(event -> !judged.contains(event))
                .forEach(event -> breaches.add("event " + event + " has no verdict"));
        Set<String> buried = new HashSet<>(run.deadLetters());
        run.unreadable().stream()
                .filter(position -> !buried.contains(position))
                .forEach(position -> breaches.add("record " + position + " has no dead letter"));
        return breaches;
    }
}
