package dev.assay.streams.settings;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a setting's value is written.
 *
 * @param name the kind as shown to a user
 * @param parse text → value; throws IllegalArgumentException where the text is no such value
 * @param show value → text that {@code parse} reads back
 */
record Kind<T>(String name, Function<String, T> parse, Function<T, String> show) {
    static final Kind<String> TEXT = new Kind<>("text", text -> text, text -> text);
    static final Kind<Integer> INTEGER = new Kind<>("integer", Integer::valueOf, String::valueOf);
    static final Kind<Long> LONG = new Kind<>("integer", Long::valueOf, String::valueOf);
    static final Kind<Double> NUMBER = new Kind<>("number", Double::valueOf, Kind::plain);
    static final Kind<Boolean> SWITCH = new Kind<>("true or false", Kind::parseSwitch, String::valueOf);
    static final Kind<List<String>> LIST = new Kind<>("list", Kind::parseList, list -> String.join(",", list));

    /** One of the given words, in any case. */
    static Kind<String> choice(String... words) {
        Set<String> allowed = Set.of(words);
        return new Kind<>(
                Arrays.stream(words).collect(Collectors.joining(" | ")),
                text -> {
                    String word = text.toLowerCase(Locale.ROOT);
                    if (!allowed.contains(word)) {
                        throw new IllegalArgumentException("not one of the words");
                    }
                    return word;
                },
                word -> word);
    }

    /** Without an exponent: 0.0001, not 1.0E-4. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Boolean parseSwitch(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static List<String> parseList(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
