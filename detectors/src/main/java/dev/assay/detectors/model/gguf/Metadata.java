package dev.assay.detectors.model.gguf;

import dev.assay.detectors.model.BundleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a GGUF file says of its model, by key. Asking for a value that is absent, or of another type, names the key. */
public final class Metadata {
    private final Path path;
    private final Map<String, Object> values;

    Metadata(Path path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text. */
    public String text(String key) {
        return get(key, String.class);
    }

    /** A text, or {@code absent} where there is none. */
    public String text(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** A whole number. */
    public long integer(String key) {
        return get(key, Long.class);
    }

    /** A whole number, or {@code absent} where there is none. */
    public long integer(String key, long absent) {
        return has(key) ? integer(key) : absent;
    }

    /** A number. */
    public double number(String key) {
        return get(key, Number.class).doubleValue();
    }

    /** A number, or {@code absent} where there is none. */
    public double number(String key, double absent) {
        return has(key) ? number(key) : absent;
    }

    /** A truth value, or {@code absent} where there is none. */
    public boolean flag(String key, boolean absent) {
        return has(key) ? get(key, Boolean.class) : absent;
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        return list(key, String.class);
    }

    /** A list of numbers. */
    public List<Number> numbers(String key) {
        return list(key, Number.class);
    }

    private <T> List<T> list(String key, Class<T> type) {
        List<?> elements = get(key, List.class);
        List<T> typed = new ArrayList<>(elements.size());
        for (Object element : elements) {
            typed.add(cast(key, element, type));
        }
        return typed;
    }

    private <T> T get(String key, Class<T> type) {
        Object value = values.get(key);
        if (value == null) {
            throw new BundleException(path + " says nothing of " + key + "; import a complete model file");
        }
        return cast(key, value, type);
    }

    private <T> T cast(String key, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new BundleException(path + ": " + key + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
