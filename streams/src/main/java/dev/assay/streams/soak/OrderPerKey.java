package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts of a key come in the order of its events in their partition. Where partitions were added, a key may have moved to another
 * one, and Kafka keeps no order between the two.
 */
public final class OrderPerKey implements Guarantee {
    private record Place(int number, String name) {}

    @Override
    public List<String> breaches(Evidence calm, Evidence run) {
        Map<String, Integer> places = new HashMap<>();
        run.inputs().forEach(input -> places.putIfAbsent(input.name(), places.size()));
        Map<String, Evidence.Input> inputs = run.byName();
        List<String> breaches = new ArrayList<>();
        Map<String, Place> last = new HashMap<>();
        for (Evidence.Judged verdict : run.verdicts()) {
            Evidence.Input input = inputs.get(verdict.name());
            if (input != null) {
                Place place = new Place(places.get(verdict.name()), verdict.name());
                Place before = last.put(input.line(), place);
                if (before != null && before.number() > place.number()) {
                    breaches.add("verdict of " + place.name() + " comes after that of " + before.name());
                }
            }
        }
        return breaches;
    }
}
