package dev.assay.schemas.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Typed reading of a Kafka client's settings, each key also under the prefix {@code schema.registry.}. */
record SettingValues(Map<String, ?> config) {

    Optional<String> text(String key) {
        Object value = config.get(key);
        if (value == null) {
            value = config.get("schema.registry." + key);
        }
        return Optional.ofNullable(value).map(SettingValues::joined).filter(text -> !text.isBlank());
    }

    boolean flag(String key, boolean otherwise) {
        String value = text(key).orElse(Boolean.toString(otherwise)).strip();
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw wrong(key, "true or false");
        }
        return Boolean.parseBoolean(value);
    }

    int number(String key, int otherwise) {
        try {
            int value = text(key).map(text -> Integer.parseInt(text.strip())).orElse(otherwise);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(key, "a whole number from 0");
        }
        throw wrong(key, "a whole number from 0");
    }

    Duration millis(String key, int otherwise) {
        return Duration.ofMillis(number(key, otherwise));
    }

    // Kafka hands on lists as lists where a definition parsed them.
    private static String joined(Object value) {
        return value instanceof Iterable<?> many
                ? String.join(
                        ",",
                        java.util.stream.StreamSupport.stream(many.spliterator(), false)
                                .map(String::valueOf)
                                .toList())
                : value.toString();
    }

    // The value itself is not shown: the key may have been meant for a password.
    private static IllegalArgumentException wrong(String key, String wanted) {
        return new IllegalArgumentException("setting " + key + " must be " + wanted);
    }
}
