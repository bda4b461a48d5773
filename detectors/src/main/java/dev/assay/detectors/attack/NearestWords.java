package dev.assay.detectors.attack;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.EmbeddingTable;
import dev.assay.detectors.tokenize.WordTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which words a model takes for near to one another: by the cosine of their rows in its embedding table, among tokens that are whole
 * words in small letters. Turning the table by an orthogonal matrix, as {@code int8} does, changes no cosine. Thread-safe.
 */
final class NearestWords {
    private static final int FEWEST = 4; // letters; shorter words are mostly grammar
    private static final int KEPT = 4; // neighbours a word may be exchanged for

    private final List<String> words = new ArrayList<>(); // (words)
    private final float[][] channels; // (H)(words), each word's numbers of length 1
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> found = new ConcurrentHashMap<>();

    /** @param vectors the row of each word in small letters, all of one length */
    NearestWords(Map<String, float[]> vectors) {
        vectors.forEach((word, row) -> {
            if (length(row) > 0) {
                places.put(word, words.size());
                words.add(word);
            }
        });
        int width = vectors.isEmpty() ? 0 : vectors.values().iterator().next().length;
        channels = new float[width][words.size()];
        for (int word = 0; word < words.size(); word++) {
            float[] row = vectors.get(words.get(word));
            double length = length(row);
            for (int channel = 0; channel < width; channel++) {
                channels[channel][word] = (float) (row[channel] / length);
            }
        }
    }

    /**
     * Reads a bundle's table.
     *
     * @throws BundleException when it carries none, or has no words of {@value #FEWEST} letters and more
     */
    static NearestWords of(Bundle bundle) {
        Map<Integer, String> tokens = WordTokens.of(bundle);
        tokens.values().removeIf(word -> !isUsable(word));
        if (tokens.isEmpty()) {
            throw new BundleException(bundle.directory()
                    + " has no tokens that are whole words, which attack synonym needs; choose another with --model");
        }
        float[][] table = EmbeddingTable.read(bundle, tokens::containsKey);
        Map<String, float[]> vectors = new TreeMap<>();
        tokens.forEach((id, word) -> vectors.put(word, table[id]));
        return new NearestWords(vectors);
    }

    /** Whether a word of any case is in the table. */
    boolean knows(String word) {
        return places.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** Its neighbours in the word's own case, nearest first; none where it is not known. */
    List<String> to(String word) {
        return found.computeIfAbsent(word.toLowerCase(Locale.ROOT), this::nearest).stream()
                .map(near -> Letters.likeCase(near, word))
                .toList();
    }

    private List<String> nearest(String word) {
        Integer place = places.get(word);
        if (place == null) {
            return List.of();
        }
        float[] cosines = cosines(place);
        PriorityQueue<Near> nearest = new PriorityQueue<>(Near.FARTHEST_FIRST);
        for (int i = 0; i < cosines.length; i++) {
            boolean far = nearest.size() == KEPT && cosines[i] < nearest.peek().cosine();
            if (!far && !isForm(word, words.get(i))) {
                nearest.add(new Near(words.get(i), cosines[i]));
                if (nearest.size() > KEPT) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream()
                .sorted(Near.FARTHEST_FIRST.reversed())
                .map(Near::word)
                .toList();
    }

    private record Near(String word, double cosine) {
        static final Comparator<Near> FARTHEST_FIRST =
                Comparator.comparingDouble(Near::cosine).thenComparing(Near::word);
    }

    /** Whether two words are one in other forms, such as singular and plural: all but the last letters agree. */
    private static boolean isForm(String word, String other) {
        int same = 0;
        int shorter = Math.min(word.length(), other.length());
        while (same < shorter && word.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= shorter - 1 || (same >= FEWEST && Math.max(word.length(), other.length()) - same <= 3);
    }

    private static boolean isUsable(String word) {
        return word.length() >= FEWEST && word.chars().allMatch(Character::isLowerCase);
    }

    private static double length(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /** Channel by channel, which the JVM does many words at a time; each word's sum has one order, so that its bits stay. */
    private float[] cosines(int word) {
        float[] cosines = new float[words.size()];
        for (float[] channel : channels) {
            float own = channel[word];
            for (int i = 0; i < cosines.length; i++) {
                cosines[i] += own * channel[i];
            }
        }
        return cosines;
    }
}
