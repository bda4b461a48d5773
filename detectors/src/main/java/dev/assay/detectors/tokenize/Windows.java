package dev.assay.detectors.tokenize;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is longer than the model's window into overlapping windows (METHODS §1). */
public final class Windows {
    private Windows() {}

    /**
     * Windows with stride W/2 over {@code n} tokens; each scores only tokens that no earlier window scored, so together they score
     * each token once, in order.
     *
     * @param n tokens of the text; 0 gives no window
     * @param window W, tokens the model sees at once, at least 2
     */
    public static List<Window> cover(int n, int window) {
        if (window < 2) {
            throw new IllegalArgumentException("window is " + window + ": set it to at least 2");
        }
        List<Window> windows = new ArrayList<>();
        int scored = 0;
        for (int start = 0; scored < n; start += window / 2) {
            int end = Math.min(n, start + window);
            windows.add(new Window(start, scored, end));
            scored = end;
        }
        return List.copyOf(windows);
    }
}
