package dev.assay.streams.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results as a table in Markdown, which the documentation quotes. */
public final class SoakTable {
    private SoakTable() {}

    /** Its lines. */
    public static List<String> of(List<SoakResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| fault | group protocol | records in (odd) | verdicts + dead letters + tombstones | in flight at each fault"
                        + " | s to a new verdict: first partition | every partition | limit | ended by itself | guarantees |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        results.forEach(result -> lines.add(row(result)));
        results.stream().filter(result -> !result.samples().isEmpty()).forEach(result -> lines.addAll(course(result)));
        return lines;
    }

    /** What the instances took, minute by minute. */
    private static List<String> course(SoakResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "| minute of \"" + result.fault() + "\", " + result.protocol()
                        + " | heap of the largest instance, MB | resident, MB | events pending | their bytes, kB | lag, records |");
        lines.add("|---|---|---|---|---|---|");
        Map<Integer, List<Sample>> minutes = result.samples().stream()
                .collect(Collectors.groupingBy(
                        sample -> (int) (sample.seconds() / 60) + 1, TreeMap::new, Collectors.toList()));
        minutes.forEach((minute, samples) -> lines.add(String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.0f |",
                minute,
                largest(samples, Sample::heap) / 1e6,
                largest(samples, Sample::resident) / 1e6,
                largest(samples, Sample::pending),
                largest(samples, Sample::held) / 1e3,
                largest(samples, Sample::lag))));
        return lines;
    }

    private static double largest(List<Sample> samples, ToDoubleFunction<Sample> measure) {
        return samples.stream().mapToDouble(measure).max().orElseThrow();
    }

    /** The line of one result. */
    static String row(SoakResult result) {
        SoakResult.Counts counts = result.counts();
        return "| "
                + String.join(
                        " | ",
                        result.fault(),
                        result.protocol(),
                        counts.records() + " (" + counts.hostile() + ")",
                        counts.verdicts() + " + " + counts.deadLetters() + " + " + counts.tombstones(),
                        result.inFlight().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        seconds(result, Strike::first),
                        seconds(result, Strike::every),
                        result.limit().isEmpty()
                                ? ""
                                : result.limit().getAsInt() + (result.isInTime() ? " ✓" : " ✗ too slow"),
                        Integer.toString(result.restarts()),
                        ending(result))
                + " |";
    }

    private static String ending(SoakResult result) {
        if (result.skipped().isPresent()) {
            return "skipped: " + result.skipped().get();
        }
        return result.holds() ? "✓" : "✗ " + result.breaches().size() + " breaches";
    }

    private static String seconds(SoakResult result, ToDoubleFunction<Strike> which) {
        return result.strikes().stream()
                .map(strike -> String.format(Locale.ROOT, "%.1f", which.applyAsDouble(strike)))
                .collect(Collectors.joining(", "));
    }
}
