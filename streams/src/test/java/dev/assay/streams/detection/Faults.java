package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.schemas.registry.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Kills stream threads at seeded points, always with events in flight: while one reads, while one emits (from {@code process} or from
 * the punctuator), and by a worker whose machine is at fault.
 */
final class Faults {
    /** Where a thread dies. */
    enum Place {
        READING,
        EMITTING,
        SCORING
    }

    /** What was the case when a thread died: events in flight, and readings so far. */
    record Death(Place place, int inFlight, int callsBefore) {}

    private final TreeMap<Integer, Place> plan = new TreeMap<>();
    private final List<Death> deaths = new ArrayList<>();
    private final IntSupplier inFlight;
    private int calls;

    /** @param first events before the first death; {@code apart} at least between two */
    Faults(long seed, int first, int apart, int count, IntSupplier inFlight) {
        this.inFlight = inFlight;
        Random random = new Random(seed);
        int at = first;
        for (int i = 0; i < count; i++) {
            plan.put(at + random.nextInt(apart / 2), Place.values()[i % Place.values().length]);
            at += apart;
        }
    }

    DetectionTopology.Ports wrap(DetectionTopology.Ports ports) {
        return new DetectionTopology.Ports(
                (topic, headers, value) -> {
                    reached(Place.READING);
                    return ports.reader().read(topic, headers, value);
                },
                (topic, headers, verdict) -> {
                    reached(Place.EMITTING);
                    return ports.writer().write(topic, headers, verdict);
                },
                ports.mapper());
    }

    Function<TextInput, Assessment> wrap(Function<TextInput, Assessment> scorer) {
        return input -> {
            if (due(Place.SCORING)) {
                throw new InternalError("planned");
            }
            return scorer.apply(input);
        };
    }

    synchronized List<Death> deaths() {
        return List.copyOf(deaths);
    }

    private void reached(Place place) {
        if (due(place)) {
            throw new RegistryException("planned");
        }
    }

    /** Readings count the run's progress; a death waits for its place to be reached with events in flight. */
    private synchronized boolean due(Place place) {
        calls += place == Place.READING ? 1 : 0;
        if (plan.isEmpty() || calls < plan.firstKey() || plan.firstEntry().getValue() != place) {
            return false;
        }
        int flying = inFlight.getAsInt();
        if (flying == 0) {
            return false;
        }
        plan.pollFirstEntry();
        deaths.add(new Death(place, flying, calls));
        return true;
    }
}
