package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Whether memory and pending events stay level under an overload: the last third of the samples against those before. */
final class Flatness {
    private static final double MOST_GROWTH = 1.15;
    private static final int FEWEST = 9; // three a third

    private Flatness() {}

    /** One line for each thing that grows, and one where the lag does not show, or where there is too little to look at. */
    static List<String> breaches(List<Sample> samples) {
        List<String> breaches = new ArrayList<>();
        if (samples.size() < FEWEST) {
            return List.of("Flatness: " + samples.size() + " samples, too few to tell; " + FEWEST + " are needed");
        }
        check("heap in use", samples, Sample::heap, breaches);
        check("resident memory", samples, Sample::resident, breaches);
        check("pending events", samples, Sample::pending, breaches);
        check("bytes of events in memory", samples, Sample::held, breaches);
        double lag = samples.get(samples.size() - 1).lag();
        if (lag <= samples.get(0).lag()) {
            breaches.add("Flatness: the lag does not show the overload: " + (long) lag + " records at its end");
        }
        return breaches;
    }

    private static void check(
            String what, List<Sample> samples, ToDoubleFunction<Sample> measure, List<String> breaches) {
        int third = samples.size() / 3;
        double before = largest(samples.subList(0, samples.size() - third), measure);
        double after = largest(samples.subList(samples.size() - third, samples.size()), measure);
        if (after > MOST_GROWTH * before) {
            breaches.add(String.format(Locale.ROOT, "Flatness: %s grew from %.0f to %.0f", what, before, after));
        }
    }

    private static double largest(List<Sample> samples, ToDoubleFunction<Sample> measure) {
        return samples.stream().mapToDouble(measure).max().orElseThrow();
    }
}
