package dev.assay.streams.bench;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * How cores are used.
 *
 * @param workers texts scored at the same time
 * @param threads threads of the model on one text
 */
public record Layout(int workers, int threads) {
    /** Reads {@code WORKERSxTHREADS}. */
    public static Layout of(String text) {
        String[] parts = text.split("x", -1);
        try {
            Layout layout = new Layout(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (parts.length == 2 && layout.workers > 0 && layout.threads > 0) {
                return layout;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Said below, as for numbers that are too small.
        }
        throw new IllegalArgumentException(
                "layout " + text + ": write workers x threads, such as 2x1; both are at least 1.");
    }

    /** Those worth comparing on a number of cores, the default one first. */
    static List<Layout> on(int cores) {
        return List.copyOf(new LinkedHashSet<>(List.of(new Layout(cores, 1), new Layout(1, cores), new Layout(1, 1))));
    }

    /** Threads that score at the same time. */
    int cores() {
        return workers * threads;
    }

    @Override
    public String toString() {
        return workers + "x" + threads;
    }
}
