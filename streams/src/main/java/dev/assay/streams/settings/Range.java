package dev.assay.streams.settings;

import java.util.function.Predicate;

/**
 * Which values of its kind a setting takes.
 *
 * @param words the range as shown to a user; empty where any value will do
 * @param holds whether a value lies within
 */
record Range<T>(String words, Predicate<T> holds) {
    static <T> Range<T> any() {
        return new Range<>("", value -> true);
    }

    /** Both ends included. */
    static <T extends Comparable<T>> Range<T> between(T low, T high) {
        return new Range<>(
                word(low) + " to " + word(high), value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0);
    }

    static <T extends Comparable<T>> Range<T> atLeast(T low) {
        return new Range<>("at least " + word(low), value -> value.compareTo(low) >= 0);
    }

    static Range<String> notEmpty() {
        return new Range<>("not empty", value -> !value.isBlank());
    }

    private static String word(Object end) {
        return end instanceof Double number ? Kind.plain(number) : end.toString();
    }
}
