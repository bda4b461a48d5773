package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verdicts of a key come in the order of its events. */
public final class OrderPerKey implements Guarantee {
    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        Map<String, Integer> places = new HashMap<>();
        for (String event : run.events()) {
            places.putIfAbsent(event, places.size());
        }
        List<String> breaches = new ArrayList<>();
        Map<String, Evidence.Judged> last = new HashMap<>();
        for (Evidence.Judged verdict : run.verdicts()) {
            Evidence.Judged before = last.put(verdict.source(), verdict);
            if (before != null && place(places, before) > place(places, verdict)) {
                breaches.add("verdict of " + verdict.eventId() + " comes after that of " + before.eventId());
            }
        }
        return breaches;
    }

    private static int place(Map<String, Integer> places, Evidence.Judged verdict) {
        return places.getOrDefault(verdict.eventId(), -1);
    }
}
