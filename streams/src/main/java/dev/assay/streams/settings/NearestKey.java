package dev.assay.streams.settings;

import java.util.Collection;
import java.util.Comparator;

/** The known word that takes the fewest edits to reach from an unknown one. */
final class NearestKey {
    private NearestKey() {}

    static String to(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> distance(unknown, word))
                        .thenComparing(word -> word))
                .orElseThrow();
    }

    /** Levenshtein distance, one row at a time. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1]; // distances of a's prefix to each prefix of b
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
