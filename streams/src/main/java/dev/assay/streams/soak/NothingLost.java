package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every event has a verdict, every record that holds none a dead letter, and every odd one one of both. */
public final class NothingLost implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        Set<String> judged = new HashSet<>();
        run.verdicts().forEach(verdict -> judged.add(verdict.name()));
        Set<String> buried = new HashSet<>();
        run.deadLetters().forEach(letter -> buried.add(letter.name()));
        List<String> breaches = new ArrayList<>();
        for (Evidence.Input input : run.inputs()) {
            boolean hasVerdict = judged.contains(input.name());
            boolean hasLetter = buried.contains(input.name());
            String what = input.kind().map(kind -> kind + " ").orElse("record ") + input.name();
            if (input.due() == Due.VERDICT && !hasVerdict) {
                breaches.add(what + " has no verdict" + (hasLetter ? " but a dead letter" : ""));
            } else if (input.due() == Due.DEAD_LETTER && !hasLetter) {
                breaches.add(what + " has no dead letter" + (hasVerdict ? " but a verdict" : ""));
            } else if (input.due() == Due.EITHER && !hasVerdict && !hasLetter) {
                breaches.add(what + " has neither verdict nor dead letter");
            }
        }
        return breaches;
    }
}
